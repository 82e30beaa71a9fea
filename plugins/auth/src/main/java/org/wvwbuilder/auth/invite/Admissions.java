package org.wvwbuilder.auth.invite;

import java.util.Optional;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Decides who may register, and as what. */
public record Admissions(Registration registration, Invites invites, Throttle throttle) {

    /**
     * The invitation that a registration comes with, if it needs or has one.
     *
     * @throws Problem 403 when nobody may register, or not without a good invitation; 429 for who tries many codes
     */
    public Optional<Invite> require(Optional<String> code, String address) {
        return switch (registration) {
            case CLOSED ->
                throw new Problem(
                        403, "registration-closed", "This guild does not take registrations: ask an administrator.");
            case INVITE ->
                Optional.of(good(
                        code.orElseThrow(() -> new Problem(
                                403,
                                "invite-needed",
                                "This guild takes members by invitation: ask an administrator for one.")),
                        address));
            case OPEN -> code.map(given -> good(given, address));
        };
    }

    /** What the new account may do. */
    public static String role(Optional<Invite> invite) {
        return invite.map(Invite::role).orElse(Roles.MEMBER);
    }

    /** @throws Problem 422 when the invitation is somebody else's */
    public static void requireOwner(Optional<Invite> invite, String email) {
        invite.flatMap(Invite::email).ifPresent(only -> {
            if (!only.isSameAs(email)) {
                throw Problem.invalid("/email", "the address that the invitation was written for");
            }
        });
    }

    private Invite good(String code, String address) {
        return throttle.byCode(address, () -> invites.find(code), Invites::wrong);
    }
}
