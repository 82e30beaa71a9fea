package org.wvwbuilder.plugin.testkit;

import com.sun.source.doctree.SnippetTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * Some code that an author is shown.
 *
 * @param place the type, or the guide
 * @param language as the snippet or the fence names it
 */
record Example(String place, String language, String code) {
    private static final Path GUIDES = Path.of("../docs");
    private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^\\1```$");

    /** Those in the Javadoc of these sources; their place is the simple name of the top-level type. */
    static List<Example> inJavadoc(List<Path> sources) throws IOException {
        var found = new ArrayList<Example>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) found.addAll(in(unit, docs));
        }
        return found;
    }

    private static List<Example> in(CompilationUnitTree unit, DocTrees docs) {
        var found = new ArrayList<Example>();
        new TreePathScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                var place = outer == null ? type.getSimpleName().toString() : outer;
                take(getCurrentPath(), place);
                return super.visitClass(type, place);
            }

            @Override
            public Void visitMethod(com.sun.source.tree.MethodTree method, String outer) {
                take(getCurrentPath(), outer);
                return super.visitMethod(method, outer);
            }

            private void take(TreePath path, String place) {
                var comment = docs.getDocCommentTree(path);
                if (comment == null) return;
                new DocTreeScanner<Void, Void>() {
                    @Override
                    public Void visitSnippet(SnippetTree snippet, Void nothing) {
                        found.add(new Example(place, "java", snippet.getBody().getBody()));
                        return null;
                    }
                }.scan(comment, null);
            }
        }.scan(unit, null);
        return found;
    }

    /** Those of a language in all guides for authors. */
    static List<Example> inGuides(String language) throws IOException {
        return inGuides().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    static List<Example> inGuides() throws IOException {
        var blocks = new ArrayList<Example>();
        try (var guides = Files.list(GUIDES)) {
            for (var guide : guides.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                blocks.addAll(in(guide));
            }
        }
        return blocks;
    }

    /** Those between fences of a guide. */
    static List<Example> in(Path guide) throws IOException {
        return FENCE.matcher(Files.readString(guide))
                .results()
                .map(fence -> new Example(
                        guide.getFileName().toString(),
                        fence.group(2),
                        fence.group(3).stripIndent()))
                .toList();
    }
}
