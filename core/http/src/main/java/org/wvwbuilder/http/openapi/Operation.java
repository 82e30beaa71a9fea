package org.wvwbuilder.http.openapi;

import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.model.Parameter;
import org.wvwbuilder.plugin.Doc;

/**
 * A resource method, as far as the document speaks of it.
 *
 * @param template its path, with the parameters in braces
 * @param answer what it returns, with generic parameters resolved
 * @param roles one of which the caller needs; empty when anyone may call it
 */
public record Operation(
        String verb,
        String template,
        Method method,
        Type answer,
        List<Parameter> parameters,
        List<MediaType> consumes,
        List<MediaType> produces,
        Set<String> roles) {

    /** The first word below {@code /api/v1/}. */
    String tag() {
        return template.split("/")[3];
    }

    /** The path as OpenAPI writes it: without the patterns that Jakarta REST allows in the braces. */
    String path() {
        return template.replaceAll("\\{\\s*([^}:\\s]+)\\s*:?[^}]*}", "{$1}");
    }

    Optional<Doc> doc() {
        return Optional.ofNullable(method.getAnnotation(Doc.class));
    }

    boolean isOpen() {
        return roles.isEmpty();
    }
}
