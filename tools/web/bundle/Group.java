package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Modules that travel as one file. What the group's source re-exports is what the import map sends to it.
 *
 * @param specifiers the bare names that it answers for
 */
record Group(String name, Path file, Set<String> specifiers) {
    private static final Pattern EXPORT = Pattern.compile("^export .*from '([^'.][^']*)';", Pattern.MULTILINE);

    static Group read(Path file) throws IOException {
        var specifiers = new TreeSet<String>();
        var exports = EXPORT.matcher(Files.readString(file));
        while (exports.find()) specifiers.add(exports.group(1));
        if (specifiers.isEmpty()) throw new IOException(file + " exports nothing: a group needs export * from '…'");
        return new Group(file.getFileName().toString().replace(".js", ""), file, specifiers);
    }

    static List<Group> all(Path folder, Set<Group> but) throws IOException {
        var groups = new java.util.ArrayList<Group>();
        for (Path file : Tree.files(folder)) {
            var group = read(file);
            if (!but.contains(group)) groups.add(group);
        }
        return groups;
    }
}
