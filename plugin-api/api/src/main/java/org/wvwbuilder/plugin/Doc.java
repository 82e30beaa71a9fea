package org.wvwbuilder.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Describes a resource method, a parameter or a record component in the OpenAPI document.
 *
 * {@snippet lang=java :
 * @Path("notes")
 * public final class NotesResource {
 *     @Doc("What somebody wrote.")
 *     public record Note(String id, @Doc("At most 500 characters.") String text) {}
 *
 *     @GET
 *     @RolesAllowed(Roles.MEMBER)
 *     @Doc(value = "The notes, newest first.", problems = 422)
 *     public Page<Note> list(@QueryParam("limit") @DefaultValue("50") @Doc("At most 200.") int limit) {
 *         return new Page<>(List.<Note>of().stream().limit(Page.limit(limit)).toList());
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Doc {

    /** One sentence. */
    String value();

    /** On a method: the status of its success. */
    int status() default 200;

    /** On a method that returns {@code Response}: the type of the body; Void for none. See also {@link #items}. */
    Class<?> answer() default Void.class;

    /** On a method whose answer is a {@link Page}: the type of its items. */
    Class<?> items() default Void.class;

    /**
     * On a method: the problem statuses that it may answer beside 400, 401 and 403. One below 400 is no problem but an answer
     * without a body: 204 where there is nothing yet.
     */
    int[] problems() default {};
}
