package com.example.buildherald;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;

/** The notices over HTTP. */
@Path("build-herald")
@Produces("application/json")
public final class HeraldResource {
    private final Notices notices;

    HeraldResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @PermitAll
    @Doc("The newest public builds, newest first")
    public Page<Notice> newest() {
        return new Page<>(notices.newest());
    }
}
