package org.wvwbuilder.http;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** A resource that does a little of everything that resources do. */
@Path("shelf")
@Doc("Books, to try the server with.")
public final class Shelf {

    /** How a book is bound. */
    public enum Binding {
        PAPER,
        HARD_COVER
    }

    public record Book(
            @Doc("As on the spine.") String title,
            int pageCount,
            Binding binding,
            Optional<String> subTitle,
            Instant printedAt,
            List<String> tags,
            Map<String, Integer> marks) {}

    public record NewBook(
            String title, int pageCount, Binding binding, Optional<String> subTitle, List<Chapter> chapters) {
        public NewBook {
            if (title != null && title.isBlank()) throw new IllegalArgumentException("must not be blank");
        }
    }

    public record Chapter(String name, long firstPage) {}

    public record Told(
            String address,
            boolean secure,
            String origin,
            String agent,
            Optional<String> name,
            String requestId,
            boolean proxied) {}

    public record Credentials(String username, String password, Optional<String> session) {}

    static final AtomicInteger STREAMS_ENDED = new AtomicInteger();

    static final Book BOOK =
            new Book("Tyria", 12, Binding.HARD_COVER, Optional.empty(), Instant.EPOCH, List.of("a"), Map.of("x", 1));

    @GET
    @PermitAll
    @Doc("One book.")
    public Book get() {
        return BOOK;
    }

    @GET
    @Path("all")
    @RolesAllowed(Roles.MEMBER)
    @Doc("All books.")
    public Page<Book> all(
            @QueryParam("limit") @DefaultValue("50") @Doc("How many at most.") int limit,
            @QueryParam("binding") Binding binding,
            @QueryParam("since") Instant since) {
        return new Page<>(java.util.Collections.nCopies(Page.limit(limit), BOOK));
    }

    @GET
    @Path("{id: [a-z]+}")
    @PermitAll
    @Doc(value = "A book by its name.", problems = 404)
    public Book byId(@PathParam("id") String id) {
        throw Problem.notFound("The book " + id);
    }

    @POST
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Adds a book.",
            status = 201,
            answer = NewBook.class,
            problems = {409, 422})
    public Response add(NewBook book) {
        return Response.created(URI.create("shelf/tyria")).entity(book).tag("1").build();
    }

    @PUT
    @Path("{id}")
    @PermitAll
    public void put(@PathParam("id") int id, NewBook book) {}

    @Nullable
    public record Wish(List<Optional<String>> titles) {}

    @PUT
    @Path("wish")
    @PermitAll
    @Doc("Wishes for books, or for any.")
    public void wish(Wish wish) {}

    public record Stock(Map<String, Stream<Book>> rooms) {}

    @GET
    @Path("stock")
    @PermitAll
    @Doc("Too many books to hold at once.")
    public Stock stock() {
        return new Stock(Map.of("cellar", Stream.of(BOOK, BOOK)));
    }

    @GET
    @Path("known")
    @PermitAll
    @Doc(value = "A book, unless it is known.", answer = Book.class, problems = 304)
    public Response known(@Context Request request) {
        var unchanged = request.evaluatePreconditions(new EntityTag("1"));
        return (unchanged == null ? Response.ok(BOOK) : unchanged).build();
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    public void clear() {}

    @DELETE
    @Path("closed")
    @DenyAll
    public void closed() {}

    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Doc("Signs in.")
    public Told login(@FormParam("username") String username, @FormParam("password") String password) {
        return new Told(username, false, password, "", Optional.empty(), "", false);
    }

    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Told login(Credentials credentials) {
        return new Told(credentials.username(), true, credentials.password(), "", credentials.session(), "", false);
    }

    @POST
    @Path("mark")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String mark(@FormParam("mark") String mark) {
        return mark;
    }

    @POST
    @Path("pile")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> pile(Map<String, Object> pile) {
        return Map.of("size", pile.size());
    }

    @POST
    @Path("form")
    @PermitAll
    public Map<String, String> form(MultivaluedMap<String, String> form) {
        return Map.of("a", form.getFirst("a"));
    }

    @GET
    @Path("told")
    @PermitAll
    public Told told(@Context Caller caller) {
        return new Told(
                caller.address(),
                caller.secure(),
                caller.origin(),
                caller.agent(),
                caller.identity().map(i -> i.name()),
                caller.requestId(),
                caller.proxied());
    }

    @GET
    @Path("fails/{how}")
    @PermitAll
    public String fail(@PathParam("how") String how) throws Exception {
        switch (how) {
            case "defect" -> throw new IllegalStateException("secret of the house");
            case "checked" -> throw new Exception("secret of the house");
            case "error" -> throw new StackOverflowError("secret of the house");
            case "busy" -> throw new DatabaseException(DatabaseException.Kind.BUSY, "secret", null);
            case "full" -> throw new DatabaseException(DatabaseException.Kind.FULL, "secret", null);
            case "gone" -> throw new DatabaseException(DatabaseException.Kind.UNAVAILABLE, "secret", null);
            case "constraint" -> throw new DatabaseException(DatabaseException.Kind.CONSTRAINT, "secret", null);
            case "database" -> throw new DatabaseException(DatabaseException.Kind.DEFECT, "secret", null);
            case "stale" -> throw Problem.stale("The book");
            case "later" -> throw new Problem(429, "too-many", "Wait.", List.of(), Map.of("Retry-After", "7"));
            case "web" -> throw new jakarta.ws.rs.ForbiddenException("secret of the house");
            case "user" -> throw new Problem(401, "sign-in-needed", "Sign in first.");
            default -> throw new jakarta.ws.rs.NotFoundException();
        }
    }

    @GET
    @Path("bare")
    @PermitAll
    public Response bare() {
        return Response.status(409).build();
    }

    @GET
    @Path("long")
    @PermitAll
    public List<Book> many(@QueryParam("n") @DefaultValue("5000") int n) {
        return java.util.Collections.nCopies(n, BOOK);
    }

    @GET
    @Path("events")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput events(@QueryParam("n") @DefaultValue("3") int n) {
        return out -> {
            try {
                for (int i = 0; i < n; i++) {
                    out.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } finally {
                STREAMS_ENDED.incrementAndGet();
            }
        };
    }

    @GET
    @Path("broken")
    @PermitAll
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public StreamingOutput broken() {
        return out -> {
            out.write(new byte[200_000]);
            throw new IllegalStateException("halfway");
        };
    }

    @GET
    @Path("slow")
    @PermitAll
    public String slow(@QueryParam("millis") long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis));
        return "done";
    }

    @GET
    @Path("nothing")
    @PermitAll
    public void nothing() {}
}
