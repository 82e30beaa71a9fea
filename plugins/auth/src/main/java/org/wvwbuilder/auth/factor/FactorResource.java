package org.wvwbuilder.auth.factor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Roles;

/** One's own second factor. */
@Path("auth/totp")
public final class FactorResource {
    private static final String ISSUER = "WvW Builder";
    private final Factors factors;

    public FactorResource(Factors factors) {
        this.factors = factors;
    }

    @Doc("Whether a second factor is on.")
    public record FactorState(
            boolean on,
            @Doc("How many recovery codes are left.") long recoveryCodesLeft) {}

    @Doc("What an authenticator app needs. It is shown this once.")
    public record Enrolment(
            @Doc("To type into the app, in base32.") String secret,
            @Doc("The same as an address that apps open.") String uri,

            @Doc("The same as a picture to scan, an SVG document.")
            String qrCode) {

        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    @Doc("Recovery codes, each good once in place of a code. They are shown this once.")
    public record Codes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Codes";
        }
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("Whether one's own second factor is on.")
    public FactorState state(@Context Caller caller) {
        var state = factors.state(caller.user().id());
        return new FactorState(state.on(), state.codesLeft());
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Begins to enrol an authenticator app. It protects nothing before its first code was confirmed.",
            answer = Enrolment.class,
            problems = {409, 422, 429, 503})
    public Response enrol(FactorRequests.Enrol body, @Context Caller caller) {
        var fields = new Fields();
        var password = fields.required("/current_password", Optional.ofNullable(body.currentPassword()), text -> text);
        fields.check();
        var secret = Base32.encode(factors.enrol(Actor.of(caller), password.orElseThrow()));
        var uri = uri(caller.user().name(), secret);
        return secret(new Enrolment(secret, uri, QrPicture.svg(uri)));
    }

    @POST
    @Path("confirm")
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value =
                    "Turns the second factor on with its first code, gives recovery codes, and ends all other sessions.",
            answer = Codes.class,
            problems = {409, 422})
    public Response confirm(FactorRequests.Confirm body, @Context Caller caller) {
        var fields = new Fields();
        var code = fields.required("/code", Optional.ofNullable(body.code()), text -> text);
        fields.check();
        return codes(factors.confirm(Actor.of(caller), caller.user().session(), code.orElseThrow()));
    }

    @POST
    @Path("recovery-codes")
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Gives new recovery codes in place of all old ones.",
            answer = Codes.class,
            problems = {409, 422, 429, 503})
    public Response newCodes(FactorRequests.Proof body, @Context Caller caller) {
        var given = given(body);
        return codes(factors.newCodes(Actor.of(caller), given.password(), given.code()));
    }

    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Turns the second factor off, and ends all other sessions.",
            status = 204,
            problems = {409, 422, 429, 503})
    public void remove(FactorRequests.Proof body, @Context Caller caller) {
        var given = given(body);
        factors.remove(Actor.of(caller), caller.user().session(), given.password(), given.code());
    }

    private record Given(String password, String code) {}

    private static Given given(FactorRequests.Proof sent) {
        // A DELETE may come without a body.
        var body = Optional.ofNullable(sent).orElse(FactorRequests.Proof.NOTHING);
        var fields = new Fields();
        var password = fields.required("/current_password", Optional.ofNullable(body.currentPassword()), text -> text);
        var code = fields.required("/code", Optional.ofNullable(body.code()), text -> text);
        fields.check();
        return new Given(password.orElseThrow(), code.orElseThrow());
    }

    private static Response codes(List<String> codes) {
        return secret(new Codes(codes.stream().map(RecoveryCodes::spaced).toList()));
    }

    private static Response secret(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static String uri(String username, String secret) {
        return "otpauth://totp/" + escaped(ISSUER + ":" + username) + "?secret=" + secret + "&issuer=" + escaped(ISSUER)
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_MILLIS / 1000;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
