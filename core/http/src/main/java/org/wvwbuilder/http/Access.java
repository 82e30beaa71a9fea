package org.wvwbuilder.http;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Roles;

/** Who may call a resource method. */
sealed interface Access {

    /** Signed in or not. */
    record Anyone() implements Access {}

    record Nobody() implements Access {}

    /** Who holds one of these roles. */
    record Holders(Set<String> roles) implements Access {
        boolean include(Exchange exchange) {
            for (var role : roles) {
                if (exchange.isUserInRole(role)) return true;
            }
            return false;
        }
    }

    /**
     * The rule that stands on the first of these that has any.
     *
     * @throws IllegalArgumentException when it contradicts itself or names a role that does not exist
     */
    static Optional<Access> of(List<AnnotatedElement> places) {
        return places.stream().map(Access::on).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Access> on(AnnotatedElement place) {
        var rules = Stream.of(DenyAll.class, PermitAll.class, RolesAllowed.class)
                .map(place::getAnnotation)
                .filter(rule -> rule != null)
                .toList();
        if (rules.size() > 1) throw new IllegalArgumentException("has more than one access rule");
        return rules.stream().findFirst().map(rule -> switch (rule) {
            case RolesAllowed allowed -> new Holders(known(allowed.value()));
            case PermitAll permit -> new Anyone();
            default -> new Nobody();
        });
    }

    private static Set<String> known(String[] roles) {
        if (roles.length == 0) throw new IllegalArgumentException("has an access rule without roles");
        for (var role : roles) Roles.of(role);
        return Set.of(roles);
    }
}
