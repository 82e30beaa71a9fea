package org.wvwbuilder.http.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One method of a resource.
 *
 * @param method lower-case HTTP method
 * @param path below the API's base, with plain parameters: {@code /builds/{id}}
 */
record Endpoint(OpenApi.Mounted mounted, Method java, String method, String path) {

    /** The methods of a resource, those of its superclasses included. */
    static List<Endpoint> of(OpenApi.Mounted mounted) {
        var root = mounted.resource().getAnnotation(Path.class);
        if (root == null) return List.of();
        return Arrays.stream(mounted.resource().getMethods())
                .filter(method -> httpMethod(method).isPresent())
                .map(method -> new Endpoint(
                        mounted, method, httpMethod(method).orElseThrow(), join(root.value(), below(method))))
                .toList();
    }

    /** Unique as a rule: {@code buildsCreate} for {@code create} of the resource {@code builds}. */
    String operationId() {
        var words = path.replaceAll("[{}]", "").split("[/\\-_]+");
        var id = new StringBuilder();
        for (var word : words) if (!word.isEmpty()) id.append(id.isEmpty() ? word : capital(word));
        return id + capital(java.getName());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(annotation -> annotation.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static String below(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String join(String root, String below) {
        var path = ("/" + root + "/" + below).replaceAll("/{2,}", "/").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
