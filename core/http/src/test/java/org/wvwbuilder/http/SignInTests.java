package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.plugin.Contribution.Authentication;
import org.wvwbuilder.testing.TestPlugin;

/** One plugin tells who is calling, and no other takes its place while it is there. */
class SignInTests {
    private static final Authentication DESK = new Authentication(token -> {
        throw new InvalidCredentials("nobody is known here");
    });

    private final TestPlugin accounts = new TestPlugin("accounts", SignInTests.class);
    private final TestPlugin other = new TestPlugin("other", SignInTests.class);
    private final SignIn signIn = new SignIn();

    @Test
    void aPluginWithoutAnAuthenticatorKeepsNobodyOut() throws Fault {
        signIn.install(other, List.of());
        assertThat(signIn.keptBy("other")).isFalse();
        signIn.install(accounts, List.of(DESK));
        assertThat(signIn.keptBy("accounts")).isTrue();
        assertThat(signIn.keptBy("other")).isFalse();
    }

    @Test
    void aSecondAuthenticatorIsRefusedAndTheFirstStays() throws Fault {
        signIn.install(accounts, List.of(DESK));
        assertThatThrownBy(() -> signIn.install(other, List.of(DESK)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("plugin 'other' contributes an authenticator, but 'accounts' has one already");
        assertThat(signIn.keptBy("accounts")).isTrue();
        assertThatThrownBy(() -> new SignIn().install(other, List.of(DESK, DESK)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("'other' has one already");
    }

    @Test
    void onlyItsOwnPluginTakesAnAuthenticatorAway() throws Fault {
        signIn.withdraw(accounts);
        signIn.install(accounts, List.of(DESK));
        signIn.withdraw(other);
        assertThat(signIn.keptBy("accounts")).isTrue();
        signIn.withdraw(accounts);
        assertThat(signIn.keptBy("accounts")).isFalse();
        signIn.install(other, List.of(DESK));
        assertThat(signIn.keptBy("other")).isTrue();
    }
}
