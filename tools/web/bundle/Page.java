package bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the page that holds the console: import map, preloads, style sheet and first script. */
final class Page {
    private final Map<String, String> imports;
    private final List<String> preloads = new ArrayList<>();
    private String style;
    private String script;

    Page(Map<String, String> imports) {
        this.imports = imports;
    }

    void preload(String address) {
        preloads.add(address);
    }

    void style(String address) {
        style = address;
    }

    void script(String address) {
        script = address;
    }

    String fill(String template) throws IOException {
        String page = template;
        page = put(page, "{{imports}}", importMap());
        page = put(page, "{{preloads}}", preloads.stream()
                .map(address -> "<link rel=\"modulepreload\" href=\"" + address + "\">")
                .collect(Collectors.joining("\n    ")));
        page = put(page, "{{style}}", style);
        return put(page, "{{script}}", script);
    }

    private String importMap() {
        return imports.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static String put(String page, String mark, String value) throws IOException {
        if (!page.contains(mark)) throw new IOException("index.html lacks " + mark);
        return page.replace(mark, value);
    }
}
