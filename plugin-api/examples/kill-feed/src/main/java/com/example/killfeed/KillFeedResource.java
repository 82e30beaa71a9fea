package com.example.killfeed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The readings over HTTP, page by page. */
@Path("kill-feed")
@Produces("application/json")
public final class KillFeedResource {
    /** Greater than every id. */
    private static final String END = "g";

    private final Readings readings;

    KillFeedResource(Readings readings) {
        this.readings = readings;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "The readings of the match, newest first", problems = 422)
    public Page<Reading> newest(
            @QueryParam("limit") @DefaultValue("50") @Doc("At most 200") int limit,
            @QueryParam("cursor") @DefaultValue(END) @Doc("next_cursor of the page before") String cursor) {
        if (!cursor.matches("[0-9a-g-]{1,36}")) throw Problem.invalid("?cursor", "the next_cursor of the page before");
        return readings.newest(Page.limit(limit), cursor);
    }
}
