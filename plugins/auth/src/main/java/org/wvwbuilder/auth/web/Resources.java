package org.wvwbuilder.auth.web;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.invite.Admissions;
import org.wvwbuilder.auth.openid.Identities;
import org.wvwbuilder.auth.openid.OpenId;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.PasswordLinks;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.SignIns;

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
        Admissions admissions,
        Registrar registrar,
        Roster roster,
        PasswordDesk desk,
        PasswordLinks links,
        Throttle throttle,
        Devices devices,
        Audit audit,
        Changes changes,
        Supplier<List<PersonalData>> others,
        InstantSource clock,
        System.Logger log) {

    /** What lets in whom other plugins have made sure of. */
    public SignIns signIns() {
        return new PluginSignIns(database, users, factor, audit, new Answers(tokens, clock));
    }

    /** All resources of the plugin. */
    public List<Object> all() {
        var answers = new Answers(tokens, clock);
        var signIn = new SignIn(database, users, passwords, factor, throttle, devices, audit);
        var exporter = new Exporter(database, roster, sessions, audit, throttle, others, clock);
        return List.of(
                new AuthResource(signIn, sessions, tokens, answers, throttle, audit, log),
                new SecondFactorResource(factor, answers, database, devices),
                new OpenIdResource(openId, answers, log),
                new IdentitiesResource(identities),
                new SetupResource(first, admissions, registrar, sessions, answers, changes, throttle, devices, audit),
                new SessionsResource(sessions, roster, audit),
                new MeResource(sessions, roster, desk, changes, exporter),
                new UsersResource(roster, registrar, changes, audit),
                new PasswordLinkResource(links),
                new LostPasswordResource(links),
                new AuditResource(audit),
                new InvitesResource(admissions.invites()));
    }
}
