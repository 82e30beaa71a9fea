package org.wvwbuilder.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.http.openapi.OpenApi;

/** {@code /openapi.json} and, to read and try it in a browser, Swagger UI at {@code /docs}. */
final class Docs {
    /** Swagger UI paints its arrows as images in its style sheet. */
    private static final HttpField POLICY = Headers.policyOfPage(List.of(), "data:");

    private static final Map<String, String> OWN = Map.of("", "index.html", "init.js", "init.js");
    private static final Map<String, String> SWAGGER = Map.of(
            "swagger-ui.css", "swagger-ui.css",
            "swagger-ui-bundle.js", "swagger-ui-bundle.js",
            "favicon.png", "favicon-32x32.png");

    private final Api api;
    private final String version;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();
    private volatile Document document;

    private record Document(long revision, WebFile file) {}

    Docs(Api api, String version) {
        this.api = api;
        this.version = version;
    }

    void serveDocument(Exchange exchange, Response response, Callback callback) {
        Methods.readOnly(exchange);
        var current = document;
        long revision = api.revision();
        if (current == null || current.revision != revision) {
            var json = new OpenApi(Json.MAPPER, version).write(OpenApiRoutes.operations(api.routes()));
            current = new Document(revision, new WebFile("application/json", json, Headers.REVALIDATE));
            document = current;
        }
        current.file.serve(exchange, response, callback, Headers.POLICY_DATA);
    }

    void serve(Exchange exchange, String path, Response response, Callback callback) throws IOException {
        Methods.readOnly(exchange);
        if (path.equals("/docs")) {
            response.getHeaders().put(HttpHeader.LOCATION, "/docs/");
            Plain.empty(response, callback, 308, Headers.NO_STORE);
            return;
        }
        var name = path.substring("/docs/".length());
        var file = files.get(name);
        if (file == null) {
            file = read(name);
            files.put(name, file);
        }
        file.serve(exchange, response, callback, POLICY);
    }

    private static WebFile read(String name) throws IOException {
        var loader = Docs.class.getClassLoader();
        if (OWN.containsKey(name)) {
            try (var own = Docs.class.getResourceAsStream("docs/" + OWN.get(name))) {
                return new WebFile(OWN.get(name), own.readAllBytes());
            }
        }
        var original = SWAGGER.get(name);
        if (original == null) throw Problems.standard(404);
        var place = "META-INF/resources/webjars/swagger-ui/" + swaggerVersion(loader) + '/' + original;
        try (var bytes = loader.getResourceAsStream(place)) {
            if (bytes == null) throw new IOException("the jar of Swagger UI lacks " + place);
            return new WebFile(original, bytes.readAllBytes());
        }
    }

    private static String swaggerVersion(ClassLoader loader) throws IOException {
        var properties = new Properties();
        try (var bytes = loader.getResourceAsStream("META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (bytes == null) throw new IOException("the jar of Swagger UI is not there: install the server again");
            properties.load(bytes);
        }
        return properties.getProperty("version");
    }
}
