package org.wvwbuilder.http;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Caller;

/** Reads the methods of one resource and refuses what the server would only stumble over at the first request. */
final class Routes {
    private static final Set<Class<?>> LENT = Set.of(
            Caller.class,
            UriInfo.class,
            HttpHeaders.class,
            Request.class,
            SecurityContext.class,
            Application.class,
            Providers.class);

    private final String plugin;
    private final Metrics metrics;
    private final Object resource;
    private final Class<?> type;
    private final List<Route> routes = new ArrayList<>();
    private final Resource model;

    private Routes(String plugin, Object resource, Metrics metrics) throws Fault {
        this.plugin = plugin;
        this.resource = resource;
        this.metrics = metrics;
        this.type = resource.getClass();
        var found = Jersey.withOwnLoader(() -> Resource.from(type, true));
        if (found == null) {
            throw fault("has no @Path", "annotate the class with @Path(\"<name>\"), below which its methods are found");
        }
        this.model = rebuild(found);
    }

    /** A resource as it is to be served: bound to the plugin's own instance. */
    record Read(Resource model, String root, List<Route> routes) {}

    static Read read(String plugin, Object resource, Metrics metrics) throws Fault {
        var read = new Routes(plugin, resource, metrics);
        if (read.routes.isEmpty()) {
            throw read.fault("has no resource method", "annotate its public methods with @GET, @POST and so on");
        }
        return new Read(read.model, read.root(), List.copyOf(read.routes));
    }

    private String root() throws Fault {
        var path = trim(model.getPath());
        int end = path.indexOf('/');
        var root = end < 0 ? path : path.substring(0, end);
        if (root.isEmpty() || root.contains("{")) {
            throw fault(
                    "has the path '" + model.getPath() + "', which does not begin with a word of its own",
                    "begin its @Path with a fixed word that no other plugin uses");
        }
        return root;
    }

    private Resource rebuild(Resource found) throws Fault {
        var builder = Resource.builder(found.getPath());
        addMethods(builder, found, join("/api/v1", found.getPath()));
        for (var child : found.getChildResources()) {
            addMethods(
                    builder.addChildResource(child.getPath()),
                    child,
                    join("/api/v1", found.getPath(), child.getPath()));
        }
        return builder.build();
    }

    private void addMethods(Resource.Builder builder, Resource from, String template) throws Fault {
        if (from.getResourceLocator() != null) {
            throw fault(
                    "has a sub-resource locator at " + template,
                    "give the sub-resource a @Path of its own and contribute it as a resource");
        }
        for (var method : from.getResourceMethods()) {
            var handler = method.getInvocable().getHandlingMethod();
            var access = access(method, handler);
            check(method, handler);
            ImpliedTypes.say(builder.addMethod(method).handledBy(resource, handler), method, from.getResourceMethods());
            var verb = method.getHttpMethod();
            routes.add(new Route(plugin, verb, template, handler, access, method, metrics.timers(verb, template)));
        }
    }

    private Access access(ResourceMethod method, Method handler) throws Fault {
        List<AnnotatedElement> places =
                List.of(handler, method.getInvocable().getDefinitionMethod(), type, handler.getDeclaringClass());
        try {
            return Access.of(places)
                    .orElseThrow(() -> fault(
                            handler, "has no access rule", "annotate it with @RolesAllowed, @PermitAll or @DenyAll"));
        } catch (IllegalArgumentException wrong) {
            throw fault(
                    handler,
                    wrong.getMessage(),
                    "annotate it with exactly one of @RolesAllowed, @PermitAll or @DenyAll, with roles that exist");
        }
    }

    private void check(ResourceMethod method, Method handler) throws Fault {
        if ("HEAD".equals(method.getHttpMethod())) {
            throw fault(handler, "answers HEAD itself", "remove it: the server answers HEAD from the method for GET");
        }
        for (var parameter : method.getInvocable().getParameters()) {
            var lent = parameter.getSource() != Parameter.Source.CONTEXT || LENT.contains(parameter.getRawType());
            if (parameter.getSource() == Parameter.Source.UNKNOWN || !lent) {
                throw fault(
                        handler,
                        "wants a " + parameter.getRawType().getSimpleName() + " that the server does not lend",
                        "take what the plugin needs in the resource's constructor; @Context lends Caller, UriInfo,"
                                + " HttpHeaders, Request, SecurityContext and Providers");
            }
        }
    }

    private Fault fault(String what, String remedy) {
        return new Fault("plugin '" + plugin + "': the resource " + type.getName() + ' ' + what, remedy);
    }

    private Fault fault(Method method, String what, String remedy) {
        return new Fault(
                "plugin '" + plugin + "': the method " + type.getName() + '.' + method.getName() + ' ' + what, remedy);
    }

    private static String join(String... parts) {
        var path = new StringBuilder();
        for (var part : parts) {
            var trimmed = trim(part);
            if (!trimmed.isEmpty()) path.append('/').append(trimmed);
        }
        return path.toString();
    }

    private static String trim(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
