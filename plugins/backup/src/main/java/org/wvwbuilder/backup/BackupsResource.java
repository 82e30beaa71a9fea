package org.wvwbuilder.backup;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The backups, for administrators. */
@Path("backups")
public final class BackupsResource {
    private final Backups backups;
    private final Restores restores;
    private final PluginContext context;

    BackupsResource(Backups backups, Restores restores, PluginContext context) {
        this.backups = backups;
        this.restores = restores;
        this.context = context;
    }

    @Doc("What is wanted of a new backup.")
    @Nullable
    public record Wish(
            @Doc("Make it even if most of the data are gone since the last one.")
            Optional<Boolean> shrunk) {}

    @Doc("A word against haste.")
    public record Confirmation(
            @Doc("The id of the backup, typed once more.") String confirm) {}

    @Doc("How the last restore went.")
    public record LastRestore(
            String name,
            java.time.Instant at,
            @Doc("pending, done or refused.") String outcome,
            String detail) {
        static LastRestore of(Restored restored) {
            return new LastRestore(
                    restored.name(),
                    restored.at(),
                    restored.outcome().name().toLowerCase(java.util.Locale.ROOT),
                    restored.detail());
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("The backups, the newest first, failed ones included.")
    public Page<BackupRecord> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @DefaultValue("") String cursor)
            throws IOException {
        int most = Page.limit(limit);
        var all = backups.records();
        var from = cursor.isEmpty()
                ? 0
                : (int) all.stream()
                                .takeWhile(record -> !record.id().equals(cursor))
                                .count()
                        + 1;
        if (from > all.size()) throw Problem.invalid("?cursor", "the next_cursor of an earlier page, unchanged");
        var items = all.subList(from, Math.min(all.size(), from + most));
        return new Page<>(
                items, from + most < all.size() ? Optional.of(items.getLast().id()) : Optional.empty());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "A backup, and how far it is while something is done with it.",
            problems = {404})
    public BackupRecord one(@PathParam("id") String id) throws IOException {
        return backups.record(id).orElseThrow(() -> Problem.notFound("The backup"));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Makes a backup and proves it; GET its address to see how far it is.",
            status = 202,
            answer = BackupRecord.class,
            problems = {409, 503})
    public Response make(Wish wish) throws IOException {
        var order = new Maker.Order(
                backups.newId(), "hand", wish != null && wish.shrunk().orElse(false));
        start("make", order.id(), journey -> backups.make(order, journey));
        return accepted(order.id());
    }

    @POST
    @Path("{id}/verify")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Holds a backup against its manifest by a restore drill; GET its address to see what came of it.",
            status = 202,
            answer = BackupRecord.class,
            problems = {404, 409, 503})
    public Response verify(@PathParam("id") String id) throws IOException {
        present(id);
        start("verify", id, journey -> backups.verify(id, journey));
        return accepted(id);
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Proves a backup and makes it the database: the server starts again for it. See last-restore then.",
            status = 202,
            answer = BackupRecord.class,
            problems = {404, 409, 422, 503})
    public Response restore(@PathParam("id") String id, Confirmation confirmation, @Context Caller caller)
            throws IOException {
        present(id);
        if (confirmation == null || !id.equals(confirmation.confirm())) {
            throw Problem.invalid(
                    "/confirm", "the id of the backup: everything changed since it was made goes back to what it was");
        }
        context.log().log(
                Level.WARNING,
                "a restore of the backup " + id + " was asked for by "
                        + caller.user().name());
        start("restore", id, journey -> restores.run(backups.shelf().archive(id), id, false, journey));
        return accepted(id);
    }

    @GET
    @Path("last-restore")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "How the last restore went; 204 without a body when there was none.",
            answer = LastRestore.class,
            problems = 204)
    public Response lastRestore() {
        return backups.copies()
                .lastRestore()
                .map(restored -> Response.ok(LastRestore.of(restored)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Deletes a backup, but never the newest that was verified.",
            status = 204,
            problems = {404, 409, 503})
    public void delete(@PathParam("id") String id, @Context Caller caller) throws IOException {
        if (backups.record(id).isEmpty()) throw Problem.notFound("The backup");
        try {
            backups.delete(id, caller.user().name());
        } catch (Busy busy) {
            throw busy(busy);
        } catch (IOException disk) {
            throw folder(disk);
        } catch (ArchiveFault newest) {
            throw new Problem(409, "backup-needed", sentence(newest.getMessage()));
        }
    }

    @GET
    @Path("{id}/download")
    @Produces("application/gzip")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "The backup's file: it holds the data of everybody, so keep it safe.",
            answer = byte[].class,
            problems = {404})
    public Response download(@PathParam("id") String id, @Context Caller caller) throws IOException {
        present(id);
        var file = backups.shelf().archive(id);
        backups.log().info("downloaded " + id + ", by " + caller.user().name() + " from " + caller.address());
        context.log().log(
                Level.WARNING,
                "the backup " + id + " is downloaded by " + caller.user().name());
        StreamingOutput body = out -> Files.copy(file, out);
        return Response.ok(body)
                .header("Content-Length", Files.size(file))
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void present(String id) {
        if (!backups.shelf().has(id)) throw Problem.notFound("The backup");
    }

    /** Does what takes longer than a request should; who asked can see it at once. */
    private void start(String what, String id, Claim.Work<?> work) throws IOException {
        Claim claim;
        try {
            claim = backups.claim(what, id, step -> {});
        } catch (Busy busy) {
            throw busy(busy);
        } catch (IOException disk) {
            throw folder(disk);
        }
        Thread.ofVirtual().name("backup-" + what).start(() -> {
            try (claim) {
                claim.run(work);
            } catch (IOException | ArchiveFault | Journey.Cancelled failed) {
                context.log().log(Level.ERROR, what + " of the backup " + id + " failed: " + failed.getMessage());
            } catch (RuntimeException defect) {
                context.log().log(Level.ERROR, what + " of the backup " + id + " failed", defect);
            }
        });
    }

    private Response accepted(String id) throws IOException {
        return Response.accepted(backups.record(id).orElseThrow(() -> busy(new Busy())))
                .location(URI.create("/api/v1/backups/" + id))
                .build();
    }

    /** What an operator can mend is no defect, and so no trace in the log. */
    private Problem folder(IOException disk) {
        context.log().log(Level.ERROR, "nothing can be done with the backups: " + disk.getMessage());
        return new Problem(503, "backup-folder", sentence(disk.getMessage()));
    }

    private static Problem busy(Busy busy) {
        return new Problem(409, "backup-busy", sentence(busy.getMessage()));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
    }
}
