package org.wvwbuilder.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.command.KeysCommand;
import org.wvwbuilder.auth.command.UserCommand;
import org.wvwbuilder.auth.factor.FactorOff;
import org.wvwbuilder.auth.factor.FactorResource;
import org.wvwbuilder.auth.factor.Factors;
import org.wvwbuilder.auth.factor.MembersFactorResource;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.invite.Admissions;
import org.wvwbuilder.auth.invite.Invites;
import org.wvwbuilder.auth.openid.Identities;
import org.wvwbuilder.auth.openid.OpenId;
import org.wvwbuilder.auth.password.HashingPool;
import org.wvwbuilder.auth.password.PasswordRules;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.pat.Bearers;
import org.wvwbuilder.auth.pat.PersonalTokens;
import org.wvwbuilder.auth.pat.TokensResource;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.DemoPeople;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.auth.secret.MasterKeyFile;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.auth.setup.Vault;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.auth.token.SigningKeys;
import org.wvwbuilder.auth.token.TokenAuthenticator;
import org.wvwbuilder.auth.web.Resources;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;

/** Opens the plugin: reads like a list of its parts. */
public final class AuthPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) throws Exception {
        var settings = context.config(AuthSettings.class);
        var file = settings.masterKeyFile().orElse(context.directory().resolve("master.key"));
        var master = new Vault(context.database(), new MasterKeyFile(file)).open();
        var pool = new HashingPool();
        var closing = new Closing();
        closing.add(pool);
        try {
            return new Opened(contributions(context, settings, master, pool, closing), closing);
        } catch (RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    private record Opened(List<Contribution> contributions, Closing parts) implements OpenPlugin {
        @Override
        public void close() {
            parts.close();
        }
    }

    private static List<Contribution> contributions(
            PluginContext context, AuthSettings settings, MasterKey master, HashingPool pool, Closing closing) {
        var database = context.database();
        var clock = context.clock();
        var users = new UserTable(database.engine());
        var passwords = new Passwords(master.pepper(), settings.passwordCost(), pool);
        var rules = new PasswordRules(settings.passwordMinLength());
        var lifetimes = new Sessions.Lifetimes(settings.refreshTokenLifetime(), settings.sessionLifetime());
        var sessions = new Sessions(database, users, lifetimes, clock);
        var keys = new SigningKeys(database, master.box(), clock);
        var tokens = new AccessTokens(keys, settings.accessTokenLifetime(), clock);
        var registrar = new Registrar(database, users, passwords, rules, clock);
        var throttle = new Throttle(database, master.blind(), clock);
        var devices = new Devices(clock);
        var audit = new Audit(database, throttle, settings.auditRetention(), clock);
        var invites = new Invites(database, audit, clock);
        var roster = new Roster(database, users, registrar, sessions, throttle, audit, clock);
        var desk = new PasswordDesk(database, users, passwords, rules, sessions, throttle, audit);
        var first = new FirstAdministrator(database, users, settings.setupTokenLifetime(), clock);
        var changes = new Changes(context::publish, clock);
        var scripts = new PersonalTokens(database, clock, sessions.live().era(), context.log());
        var factor = new SecondFactor(database, users, sessions, audit, master.box(), clock);
        var factors = new Factors(database, users, passwords, sessions, master.box(), clock);
        BooleanSupplier open = () -> settings.registration() == AuthSettings.Registration.OPEN && !first.missing();
        var identities = new Identities(database, users, registrar, sessions, factor, changes, open, clock);
        var openId = new OpenId(settings.openid(), master.box(), identities, clock);
        closing.add(openId);
        if (context.serving()) serve(context, settings, keys, first);
        var all = new ArrayList<Contribution>();
        new Resources(
                        database,
                        users,
                        passwords,
                        sessions,
                        factor,
                        openId,
                        identities,
                        tokens,
                        first,
                        new Admissions(settings.registration(), invites, throttle),
                        registrar,
                        roster,
                        desk,
                        throttle,
                        devices,
                        audit,
                        changes,
                        () -> context.findAll(PersonalData.class),
                        clock,
                        context.log())
                .all()
                .forEach(resource -> all.add(new Contribution.Resource(resource)));
        var people = new TokenAuthenticator(tokens, keys, sessions.live(), clock);
        all.add(new Contribution.Authentication(new Bearers(people, scripts)));
        all.add(new Contribution.Resource(new TokensResource(scripts, clock)));
        all.add(new Contribution.Resource(new FactorResource(factors)));
        all.add(new Contribution.Resource(new MembersFactorResource(factors)));
        all.add(new Contribution.Offer<>(Accounts.class, roster));
        all.add(new Contribution.Offer<>(DemoData.class, new DemoPeople(database, users, registrar, passwords, clock)));
        all.add(new FactorOff(factors, roster)
                .addedTo(new UserCommand(registrar, roster, desk, changes, audit).contribution()));
        all.add(new KeysCommand(keys, audit).contribution());
        all.add(new Contribution.Job(
                "session-purge",
                new Text("Delete ended sessions", "Supprimer les sessions terminées"),
                Schedule.every(Duration.ofHours(1)),
                sessions::purge));
        all.add(new Contribution.Job(
                "attempt-purge",
                new Text("Forget old failed attempts", "Oublier les anciennes tentatives"),
                Schedule.every(Duration.ofMinutes(10)),
                () -> throttle.purge() + ", " + database.write(devices::purge) + " devices forgotten"));
        all.add(new Contribution.Job(
                "audit-purge",
                new Text("Delete old lines of the audit log", "Supprimer les anciennes lignes du journal"),
                Schedule.every(Duration.ofHours(24)),
                audit::purge));
        all.add(new Contribution.Gauge(
                "passwords-hashed", "hashes", "Passwords hashed or compared since the start", pool::begun));
        all.add(new Contribution.Gauge(
                "passwords-waiting", "hashes", "Passwords that wait to be hashed", pool::waiting));
        all.add(new Panel(
                "account",
                new Text("Account", "Compte"),
                Panel.Slot.PAGE,
                "account.js",
                "lock",
                Set.of(Roles.MEMBER),
                90));
        all.add(new Panel(
                "people",
                new Text("People", "Membres"),
                Panel.Slot.ADMINISTRATION,
                "people.js",
                "users",
                Set.of(Roles.ADMIN),
                10));
        all.add(new Contribution.Check("signing-key", () -> {
            tokens.rehearse();
            return new Health.Up();
        }));
        all.add(new Contribution.Job(
                "token-purge",
                new Text("Delete expired tokens", "Supprimer les jetons expirés"),
                Schedule.every(Duration.ofHours(1)),
                () -> scripts.purge() + " personal access tokens and " + factor.purge() + " challenges and "
                        + identities.purge() + " returns deleted"));
        return all;
    }

    /** What belongs to the life of a server, not to that of a command. */
    private static void serve(
            PluginContext context, AuthSettings settings, SigningKeys keys, FirstAdministrator first) {
        keys.ensure();
        if (!first.missing()) return;
        context.announce("No administrator yet: make the first one on the web page within "
                + settings.setupTokenLifetime().toMinutes() + " minutes, with the setup token " + first.token());
    }
}
