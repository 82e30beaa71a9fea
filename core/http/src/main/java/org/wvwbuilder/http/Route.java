package org.wvwbuilder.http;

import java.lang.reflect.Method;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * One method of a plugin's resource.
 *
 * @param plugin the id of its plugin
 * @param template its path: {@code /api/v1/builds/{id}}
 * @param method of Java
 * @param model what Jersey makes of it
 */
record Route(
        String plugin,
        String verb,
        String template,
        Method method,
        Access access,
        ResourceMethod model,
        Timers timers) {

    /** Its place in the source, for messages. */
    String place() {
        return method.getDeclaringClass().getName() + '.' + method.getName();
    }
}
