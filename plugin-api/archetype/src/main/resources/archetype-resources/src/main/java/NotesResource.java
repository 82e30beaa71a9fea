package ${package};

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The notes over HTTP, at {@code /api/v1/${artifactId}}. */
@Path("${artifactId}")
@Produces("application/json")
public final class NotesResource {
    private static final int LONGEST = 500;
    private final Notes notes;

    NotesResource(Notes notes) {
        this.notes = notes;
    }

    /** What somebody wants to note. */
    public record Draft(String text) {}

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("The newest notes, newest first")
    public Page<Note> newest() {
        return new Page<>(notes.newest());
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Adds a note", status = 201, answer = Note.class, problems = 422)
    public Response add(Draft draft) {
        if (draft.text() == null || draft.text().isBlank() || draft.text().length() > LONGEST) {
            throw new Problem(422, "note-text", "A note has 1 to " + LONGEST + " characters.");
        }
        return Response.status(201).entity(notes.add(draft.text())).build();
    }
}
