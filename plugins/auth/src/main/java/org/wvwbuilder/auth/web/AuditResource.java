package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Entry;
import org.wvwbuilder.auth.audit.Filter;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** The audit log, for administrators to read. Nobody can change it. */
@Path("audit")
public final class AuditResource {
    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("Who did what, the newest first.")
    public Page<Entry> list(
            @Doc("Only this action: sign-in, role-change.") @QueryParam("action") @DefaultValue("") String action,
            @Doc("Only what this account did, by its id; operator for the command line.")
                    @QueryParam("actor")
                    @DefaultValue("")
                    String actor,
            @Doc("Only what was done to this account, by its id.") @QueryParam("subject") @DefaultValue("")
                    String subject,
            @Doc("Not before this instant: 2026-11-23T20:00:00Z.") @QueryParam("since") @DefaultValue("") String since,
            @Doc("Before this instant.") @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var fields = new Fields();
        var filter = new Filter(
                given(action),
                given(actor),
                given(subject),
                fields.given("?since", given(since), AuditResource::instant),
                fields.given("?until", given(until), AuditResource::instant));
        fields.check();
        return audit.page(filter, Cursor.parse(cursor), Page.limit(limit));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            return Instant.ofEpochMilli(instant.toEpochMilli());
        } catch (DateTimeException | ArithmeticException odd) {
            throw new IllegalArgumentException("an instant such as 2026-11-23T20:00:00Z", odd);
        }
    }
}
