package org.wvwbuilder.webhooks.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.webhooks.deliver.Intake;
import org.wvwbuilder.webhooks.rest.WebhookForm.DeliveryAnswer;
import org.wvwbuilder.webhooks.rest.WebhookForm.DeliveryDetail;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.DeliveryTable;

/** What a webhook sent, and what it is about to send. */
@Path("webhooks/{id}/deliveries")
@Consumes("application/json")
@Produces("application/json")
public final class DeliveryResource {
    private static final String THIS = "This delivery";
    /** Greater than every id: those are hexadecimal. */
    private static final String NEWEST = "g";

    private final Database database;
    private final Changing changing;
    private final Intake intake;
    private final Runnable queued;

    DeliveryResource(Database database, Changing changing, Intake intake, Runnable queued) {
        this.database = database;
        this.changing = changing;
        this.intake = intake;
        this.queued = queued;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "The deliveries of a webhook, the newest first",
            items = DeliveryAnswer.class,
            problems = {404, 422})
    public Page<DeliveryAnswer> list(
            @PathParam("id") String id,
            @QueryParam("state") @Doc("waiting, delivered or given_up") String state,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor) {
        int most = Page.limit(limit);
        var wanted = state(state);
        changing.found(id);
        var before = cursor == null || cursor.isEmpty() ? NEWEST : cursor;
        var found = database.read(connection -> new DeliveryTable(connection).page(id, wanted, before, most + 1));
        var answers = found.stream().limit(most).map(DeliveryAnswer::of).toList();
        return new Page<>(
                answers, found.size() > most ? Optional.of(answers.getLast().id()) : Optional.empty());
    }

    @GET
    @Path("{delivery}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "A delivery with what was sent and what was answered", problems = 404)
    public DeliveryDetail get(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        var found = found(id, delivery);
        return new DeliveryDetail(DeliveryAnswer.of(found), found.body(), found.answer());
    }

    @POST
    @Path("{delivery}/redeliver")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Sends the same event once more",
            status = 202,
            answer = DeliveryAnswer.class,
            problems = {404, 409})
    public Response again(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        changing.active(id);
        var again = intake.again(found(id, delivery));
        queued.run();
        return Response.accepted(DeliveryAnswer.of(again)).build();
    }

    private Delivery found(String id, String delivery) {
        return database.read(connection -> new DeliveryTable(connection).find(id, delivery))
                .orElseThrow(() -> Problem.notFound(THIS));
    }

    private static Optional<Delivery.State> state(String text) {
        if (text == null || text.isEmpty()) return Optional.empty();
        for (var state : Delivery.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) return Optional.of(state);
        }
        throw Problem.invalid("?state", "waiting, delivered or given_up");
    }
}
