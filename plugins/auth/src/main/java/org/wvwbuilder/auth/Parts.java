package org.wvwbuilder.auth;

import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.factor.Factors;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.invite.Invites;
import org.wvwbuilder.auth.openid.Identities;
import org.wvwbuilder.auth.openid.OpenId;
import org.wvwbuilder.auth.password.HashingPool;
import org.wvwbuilder.auth.password.PasswordRules;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.pat.PersonalTokens;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.PasswordLinks;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.auth.token.SigningKeys;
import org.wvwbuilder.plugin.PluginContext;

/** What the plugin consists of, put together in the order in which one part needs the other. */
final class Parts {
    final PluginContext context;
    final AuthSettings settings;
    final HashingPool pool;
    final UserTable users;
    final Passwords passwords;
    final Sessions sessions;
    final SigningKeys keys;
    final AccessTokens tokens;
    final Registrar registrar;
    final Throttle throttle;
    final Devices devices;
    final Audit audit;
    final Invites invites;
    final Roster roster;
    final PasswordDesk desk;
    final PasswordLinks links;
    final FirstAdministrator first;
    final Changes changes;
    final PersonalTokens scripts;
    final SecondFactor factor;
    final Factors factors;
    final Identities identities;
    final OpenId openId;

    Parts(PluginContext context, AuthSettings settings, MasterKey master, HashingPool pool) {
        this.context = context;
        this.settings = settings;
        this.pool = pool;
        var database = context.database();
        var clock = context.clock();
        users = new UserTable(database.engine());
        passwords = new Passwords(master.pepper(), settings.passwordCost(), pool);
        var rules = new PasswordRules(settings.passwordMinLength());
        var lifetimes = new Sessions.Lifetimes(settings.refreshTokenLifetime(), settings.sessionLifetime());
        sessions = new Sessions(database, users, lifetimes, clock);
        keys = new SigningKeys(database, master.box(), clock);
        tokens = new AccessTokens(keys, settings.accessTokenLifetime(), clock);
        registrar = new Registrar(database, users, passwords, rules, clock);
        throttle = new Throttle(database, master.blind(), clock);
        devices = new Devices(clock);
        audit = new Audit(database, throttle, settings.auditRetention(), clock);
        invites = new Invites(database, audit, clock);
        roster = new Roster(database, users, registrar, sessions, throttle, audit, clock, context.serving());
        desk = new PasswordDesk(database, users, passwords, rules, sessions, throttle, audit, clock);
        links = new PasswordLinks(database, users, roster, desk, sessions, throttle, audit, clock);
        first = new FirstAdministrator(database, users, settings.setupTokenLifetime(), clock);
        changes = new Changes(context::publish, clock);
        scripts = new PersonalTokens(database, audit, clock, sessions.live().era(), context.log());
        factor = new SecondFactor(database, users, sessions, audit, master.box(), clock);
        factors = new Factors(database, desk, sessions, audit, master.box(), clock);
        identities =
                new Identities(database, users, registrar, sessions, factor, changes, audit, this::registering, clock);
        openId = new OpenId(settings.openid(), master.box(), identities, clock);
    }

    /** Whether somebody whom a provider names gets an account, as anybody does. */
    private boolean registering() {
        return settings.registration() == AuthSettings.Registration.OPEN && !first.missing();
    }
}
