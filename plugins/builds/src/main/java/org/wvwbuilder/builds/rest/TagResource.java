package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.TagCount;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** The tags of the builds that somebody may see, the most used first. */
@Path("tags")
@Produces("application/json")
public final class TagResource {
    private final Builds builds;

    TagResource(Builds builds) {
        this.builds = builds;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("The most used tags")
    public Page<String> tags(@QueryParam("limit") @DefaultValue("50") int limit, @Context Caller caller) {
        return new Page<>(counts(limit, caller).stream().map(TagCount::tag).toList());
    }

    @GET
    @Path("stats")
    @RolesAllowed(Roles.MEMBER)
    @Doc("The most used tags, and how many builds carry each")
    public Page<TagCount> stats(@QueryParam("limit") @DefaultValue("50") int limit, @Context Caller caller) {
        return new Page<>(counts(limit, caller));
    }

    private List<TagCount> counts(int limit, Caller caller) {
        return builds.tags(caller.user().id(), Page.limit(limit));
    }
}
