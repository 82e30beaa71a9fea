package org.wvwbuilder.webhooks.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.webhooks.deliver.Intake;
import org.wvwbuilder.webhooks.rest.WebhookForm.DeliveryAnswer;
import org.wvwbuilder.webhooks.rest.WebhookForm.EventAnswer;
import org.wvwbuilder.webhooks.rest.WebhookForm.NewWebhook;
import org.wvwbuilder.webhooks.rest.WebhookForm.WebhookAnswer;
import org.wvwbuilder.webhooks.rest.WebhookForm.WebhookRequest;
import org.wvwbuilder.webhooks.store.Webhook;

/** The webhooks. */
@Path("webhooks")
@Consumes("application/json")
@Produces("application/json")
public final class WebhookResource {
    private final Changing changing;
    private final Intake intake;
    private final List<String> types;
    private final Runnable changed;

    WebhookResource(Changing changing, Intake intake, List<String> types, Runnable changed) {
        this.changing = changing;
        this.intake = intake;
        this.types = types;
        this.changed = changed;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "All webhooks, the newest first", items = WebhookAnswer.class, problems = 422)
    public Page<WebhookAnswer> list(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Doc("The id of the last one on the page before.") String cursor) {
        int most = Page.limit(limit);
        var found = changing.all().stream()
                .filter(webhook ->
                        cursor == null || cursor.isEmpty() || webhook.id().compareTo(cursor) < 0)
                .map(WebhookAnswer::of)
                .toList();
        if (found.size() <= most) return new Page<>(found);
        return new Page<>(
                found.subList(0, most), Optional.of(found.get(most - 1).id()));
    }

    @GET
    @Path("events")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "The types of events that a webhook may want", items = EventAnswer.class)
    public Page<EventAnswer> events() {
        return new Page<>(types.stream().map(EventAnswer::new).toList());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Makes a webhook, and tells its secret this once",
            status = 201,
            answer = NewWebhook.class,
            problems = {409, 422, 503})
    public Response add(WebhookRequest request, @Context Caller caller) throws InterruptedException {
        var made = changing.add(present(request), caller.user().id());
        changed.run();
        return Response.created(URI.create(
                        caller.origin() + "/api/v1/webhooks/" + made.webhook().id()))
                .entity(new NewWebhook(WebhookAnswer.of(made.webhook()), made.secret()))
                .tag(tag(made.webhook()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "A webhook", answer = WebhookAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return answer(changing.found(id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Changes what is given; pauses and resumes",
            answer = WebhookAnswer.class,
            problems = {404, 412, 422, 503})
    public Response change(@PathParam("id") String id, WebhookRequest request, @Context Request http)
            throws InterruptedException {
        var after = changing.change(id, present(request), unchanged(http));
        changed.run();
        return answer(after);
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Gives a webhook a new secret, tells it this once; the old one ends",
            answer = NewWebhook.class,
            problems = {404, 409, 412, 503})
    public Response renew(@PathParam("id") String id, @Context Request http) {
        var made = changing.renew(id, unchanged(http));
        return Response.ok(new NewWebhook(WebhookAnswer.of(made.webhook()), made.secret()))
                .tag(tag(made.webhook()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Deletes a webhook with its deliveries, also those that wait",
            status = 204,
            problems = {404, 412})
    public void delete(@PathParam("id") String id, @Context Request http) {
        changing.delete(id, unchanged(http));
    }

    @POST
    @Path("{id}/ping")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Sends a trial message",
            status = 202,
            answer = DeliveryAnswer.class,
            problems = {404, 409})
    public Response ping(@PathParam("id") String id) {
        var trial = intake.ping(changing.active(id));
        changed.run();
        return Response.accepted(DeliveryAnswer.of(trial)).build();
    }

    private static WebhookRequest present(WebhookRequest request) {
        if (request == null) throw Problem.invalid("", "an object with name, url and events");
        return request;
    }

    private static Consumer<Webhook> unchanged(Request http) {
        return webhook -> {
            if (http.evaluatePreconditions(tag(webhook)) != null) throw Problem.stale(Changing.THIS);
        };
    }

    private static EntityTag tag(Webhook webhook) {
        return new EntityTag("v" + webhook.version());
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookAnswer.of(webhook)).tag(tag(webhook)).build();
    }
}
