package org.wvwbuilder.auth.web;

import java.time.InstantSource;
import java.util.List;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.openid.Identities;
import org.wvwbuilder.auth.openid.OpenId;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.plugin.Database;

/** What the resources are built from. */
public record Resources(
        Database database,
        UserTable users,
        Passwords passwords,
        Sessions sessions,
        SecondFactor factor,
        OpenId openId,
        Identities identities,
        AccessTokens tokens,
        FirstAdministrator first,
        Registration registration,
        Registrar registrar,
        Roster roster,
        PasswordDesk desk,
        Changes changes,
        InstantSource clock,
        System.Logger log) {

    /** All resources of the plugin. */
    public List<Object> all() {
        var answers = new Answers(tokens, clock);
        var signIn = new SignIn(database, users, passwords, factor);
        return List.of(
                new AuthResource(signIn, sessions, tokens, answers, log),
                new SecondFactorResource(factor, answers),
                new OpenIdResource(openId, answers, log),
                new IdentitiesResource(identities),
                new SetupResource(first, registration, registrar, sessions, answers, changes),
                new SessionsResource(sessions),
                new MeResource(sessions, roster, desk, changes),
                new UsersResource(roster, registrar, changes));
    }
}
