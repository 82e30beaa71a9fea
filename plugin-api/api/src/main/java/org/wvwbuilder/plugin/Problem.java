package org.wvwbuilder.plugin;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Refuses a request. Becomes {@code application/problem+json} (RFC 9457) with this status; the detail and the fields'
 * details tell the caller what to do. Carries no stack trace: it is an answer, not a defect. It lives as long as its
 * request, so it refuses to be serialized.
 *
 * {@snippet lang=java :
 * int amount = 12;
 * if (amount > 10) throw Problem.invalid("/amount", "a whole number from 1 to 10");
 * if (!caller.user().is(Roles.COMMANDER)) {
 *     throw new Problem(403, "commanders-only", "Ask a commander to do this.");
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    // What they hold need not be serializable; see writeObject.
    private final transient List<Field> fields;
    private final transient Map<String, String> headers;
    private final transient Map<String, Object> members;

    /**
     * A field that is not right.
     *
     * @param pointer JSON pointer into the request's body: {@code /email}; a query parameter as {@code ?limit}
     * @param detail what is expected there
     */
    public record Field(String pointer, String detail) {}

    /**
     * A refusal.
     *
     * @param status 400 to 599
     * @param type lower-case words joined by dashes; stable, for programs: {@code chat-link-invalid}
     * @param detail a sentence for people that says what to do
     * @throws IllegalArgumentException for another status
     */
    public Problem(int status, String type, String detail) {
        this(status, type, detail, List.of(), Map.of());
    }

    /**
     * A refusal with fields.
     *
     * @param headers added to the answer: {@code Retry-After}, {@code Location}
     */
    public Problem(int status, String type, String detail, List<Field> fields, Map<String, String> headers) {
        this(status, type, detail, fields, headers, Map.of());
    }

    /**
     * A refusal with all that it may have.
     *
     * @param members further members of the document, in snake_case: texts, numbers, records; for programs that know the type
     */
    public Problem(
            int status,
            String type,
            String detail,
            List<Field> fields,
            Map<String, String> headers,
            Map<String, ?> members) {
        super(detail, null, false, false);
        if (status < 400 || status > 599) throw new IllegalArgumentException("not an error status: " + status);
        this.status = status;
        this.type = type;
        this.fields = List.copyOf(fields);
        this.headers = Map.copyOf(headers);
        this.members = Map.copyOf(members);
    }

    /** 422 with every field that is not right. */
    public static Problem invalid(List<Field> fields) {
        return new Problem(
                422, "invalid", "Some fields are not right: correct those listed under errors.", fields, Map.of());
    }

    /**
     * 422 for one field.
     *
     * @param pointer as in {@link Field}: {@code /text}, or {@code ?limit} for a query parameter
     * @param detail what is expected there
     */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Field(pointer, detail)));
    }

    /** 404, also for what the caller may not know of. @param what a noun that a sentence begins with: {@code The note} */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", what + " does not exist, or you may not see it.");
    }

    /** 412 for an If-Match that names an older state. @param what a noun that a sentence begins with: {@code The note} */
    public static Problem stale(String what) {
        return new Problem(
                412, "stale", what + " was changed meanwhile. Read it again, then repeat the change on the new state.");
    }

    /** 400 to 599. */
    public int status() {
        return status;
    }

    /** For programs. */
    public String type() {
        return type;
    }

    /** What is not right; may be empty. */
    public List<Field> fields() {
        return fields;
    }

    /** Added to the answer; may be empty. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Further members of the document; may be empty. */
    public Map<String, Object> members() {
        return members;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(Problem.class.getName());
    }
}
