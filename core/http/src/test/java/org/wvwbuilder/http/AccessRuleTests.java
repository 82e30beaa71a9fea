package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Roles;

/** Which rule stands where: the method's before its class's. */
class AccessRuleTests {

    @RolesAllowed({Roles.ADMIN, Roles.COMMANDER})
    private static final class Led {}

    @PermitAll
    private static final class Open {}

    @DenyAll
    private static final class Closed {}

    private static final class Silent {}

    @PermitAll
    @DenyAll
    private static final class Contradictory {}

    @RolesAllowed({})
    private static final class Unfinished {}

    @RolesAllowed("wizard")
    private static final class Misspelt {}

    @Test
    void theFirstPlaceThatHasARuleCounts() {
        var led = new Access.Holders(Set.of(Roles.ADMIN, Roles.COMMANDER));
        assertThat(Access.of(List.of(Led.class))).contains(led);
        assertThat(Access.of(List.of(Silent.class, Led.class, Open.class))).contains(led);
        assertThat(Access.of(List.of(Open.class, Closed.class))).contains(new Access.Anyone());
        assertThat(Access.of(List.of(Closed.class, Open.class))).contains(new Access.Nobody());
        assertThat(Access.of(List.of(Silent.class))).isEmpty();
        assertThat(Access.of(List.of())).isEmpty();
    }

    @Test
    void aRuleThatSaysNothingClearIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.of(List.of(Contradictory.class)))
                .withMessage("has more than one access rule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.of(List.of(Unfinished.class)))
                .withMessage("has an access rule without roles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.of(List.of(Misspelt.class)))
                .withMessageContaining("no role is called 'wizard'");
    }
}
