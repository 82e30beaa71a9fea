package org.wvwbuilder.http;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.glassfish.jersey.server.model.Parameter;
import org.wvwbuilder.plugin.Doc;

/**
 * What a resource method takes for granted about a request. Jersey would call it without a body, and would notice only after
 * its work is done that nobody can write the answer in the form that was asked for.
 *
 * @param body whether it wants one: it has a parameter for it whose type is not {@link Nullable}
 * @param form whether it takes fields of a form
 * @param json whether its answer is JSON without saying so
 */
record Demands(boolean body, boolean form, boolean json) {

    static Demands of(Route route) {
        var wanted = route.model().getInvocable().getParameters().stream()
                .filter(parameter -> parameter.getSource() == Parameter.Source.ENTITY)
                .anyMatch(parameter -> JsonBody.isJson(parameter.getRawType())
                        && !parameter.getRawType().isAnnotationPresent(Nullable.class));
        var form = route.model().getInvocable().getParameters().stream()
                .anyMatch(parameter -> parameter.getSource() == Parameter.Source.FORM);
        var silent = route.model().getProducedTypes().isEmpty()
                && Response.class.isAssignableFrom(route.method().getReturnType());
        return new Demands(wanted, form, silent && answersJson(route));
    }

    private static boolean answersJson(Route route) {
        return Optional.ofNullable(route.method().getAnnotation(Doc.class))
                .filter(doc -> doc.items() != Void.class || doc.answer() != Void.class && JsonBody.isJson(doc.answer()))
                .isPresent();
    }

    void check(ContainerRequestContext request) {
        if (json && request.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible))
            throw Problems.standard(406);
        if (body && !request.hasEntity()) throw JsonFaults.empty();
        // Jersey chooses the method for "*/*", and then does not find a form.
        if (form && request.hasEntity() && isAny(request.getMediaType())) throw Problems.standard(415);
    }

    private static boolean isAny(MediaType type) {
        return type == null || type.isWildcardType() || type.isWildcardSubtype();
    }
}
