package org.wvwbuilder.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.wvwbuilder.plugin.Doc;

/**
 * The types that resource methods leave unsaid. Where nothing is said, Jersey puts every type that it can read beside every one
 * that it can write, and goes through them all at each request; and it would notice only after a method has done its work that
 * nobody can write the answer in the form that was asked for.
 */
final class ImpliedTypes {
    /** Two, as one alone that is any counts as none. */
    private static final List<MediaType> ANY = List.of(MediaType.WILDCARD_TYPE, MediaType.APPLICATION_JSON_TYPE);

    private static final Set<Parameter.Source> BODIES =
            Set.of(Parameter.Source.ENTITY, Parameter.Source.FORM, Parameter.Source.UNKNOWN);

    private ImpliedTypes() {}

    /**
     * Says them.
     *
     * @param method as its author wrote it
     * @param others the methods of its path, with it: where one of them has its verb too, the types are how they are told apart
     */
    static void say(ResourceMethod.Builder builder, ResourceMethod method, List<ResourceMethod> others) {
        long rivals = others.stream()
                .filter(other -> other.getHttpMethod().equals(method.getHttpMethod()))
                .count();
        if (rivals > 1) return;
        var invocable = method.getInvocable();
        if (method.getProducedTypes().isEmpty() && answersJson(invocable.getHandlingMethod())) {
            builder.produces(MediaType.APPLICATION_JSON_TYPE);
        }
        if (method.getConsumedTypes().isEmpty()
                && invocable.getParameters().stream().map(Parameter::getSource).noneMatch(BODIES::contains)) {
            builder.consumes(ANY);
        }
    }

    private static boolean answersJson(Method handler) {
        var type = handler.getReturnType();
        if (!Response.class.isAssignableFrom(type)) {
            return type.isRecord() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        }
        return Optional.ofNullable(handler.getAnnotation(Doc.class))
                .filter(doc -> doc.items() != Void.class || doc.answer() != Void.class && JsonBody.isJson(doc.answer()))
                .isPresent();
    }
}
