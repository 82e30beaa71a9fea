package org.wvwbuilder.auth.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.roster.PasswordLinks;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;

/** A new password for whoever holds a link that an administrator made. */
@Path("auth/password")
public final class LostPasswordResource {
    private final PasswordLinks links;

    LostPasswordResource(PasswordLinks links) {
        this.links = links;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value =
                    "Chooses a new password with the code of a link, which is good once. All sessions of the account end;"
                            + " a second factor stays on.",
            status = 204,
            problems = {403, 422, 429, 503})
    public void choose(Requests.LostPassword body, @Context Caller caller) {
        var fields = new Fields();
        var code = fields.required("/code", Optional.ofNullable(body.code()), text -> text);
        var fresh = fields.required("/new_password", Optional.ofNullable(body.newPassword()), text -> text);
        fields.check();
        links.use(code.orElseThrow(), fresh.orElseThrow(), AuthResource.client(caller));
    }
}
