package org.wvwbuilder.http;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.glassfish.jersey.server.model.Parameter;

/**
 * What a resource method takes for granted about a request. Jersey would call it without a body.
 *
 * @param body whether it wants one: it has a parameter for it whose type is not {@link Nullable}
 * @param form whether it takes fields of a form
 */
record Demands(boolean body, boolean form) {

    static Demands of(Route route) {
        var parameters = route.model().getInvocable().getParameters();
        var wanted = parameters.stream()
                .filter(parameter -> parameter.getSource() == Parameter.Source.ENTITY)
                .anyMatch(parameter -> JsonBody.isJson(parameter.getRawType())
                        && !parameter.getRawType().isAnnotationPresent(Nullable.class));
        var form = parameters.stream().anyMatch(parameter -> parameter.getSource() == Parameter.Source.FORM);
        return new Demands(wanted, form);
    }

    void check(ContainerRequestContext request) {
        if (body && !request.hasEntity()) throw JsonFaults.empty();
        // Jersey chooses the method for "*/*", and then does not find a form.
        if (form && request.hasEntity() && isAny(request.getMediaType())) throw Problems.standard(415);
    }

    private static boolean isAny(MediaType type) {
        return type == null || type.isWildcardType() || type.isWildcardSubtype();
    }
}
