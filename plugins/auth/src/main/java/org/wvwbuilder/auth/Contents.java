package org.wvwbuilder.auth;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wvwbuilder.auth.command.KeysCommand;
import org.wvwbuilder.auth.command.UserCommand;
import org.wvwbuilder.auth.factor.FactorOff;
import org.wvwbuilder.auth.factor.FactorResource;
import org.wvwbuilder.auth.factor.MembersFactorResource;
import org.wvwbuilder.auth.invite.Admissions;
import org.wvwbuilder.auth.openid.IdentityData;
import org.wvwbuilder.auth.original.OriginalAccounts;
import org.wvwbuilder.auth.pat.Bearers;
import org.wvwbuilder.auth.pat.TokenData;
import org.wvwbuilder.auth.pat.TokensResource;
import org.wvwbuilder.auth.roster.Deletions;
import org.wvwbuilder.auth.roster.DemoPeople;
import org.wvwbuilder.auth.throttle.Allowances;
import org.wvwbuilder.auth.token.TokenAuthenticator;
import org.wvwbuilder.auth.web.Resources;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.SignIns;
import org.wvwbuilder.plugin.Text;

/** What the plugin gives to the server. */
final class Contents {
    private final Parts parts;

    Contents(Parts parts) {
        this.parts = parts;
    }

    List<Contribution> all() {
        return Stream.of(resources(), people(), signIns(), commands(), jobs(), panels(), readings())
                .flatMap(List::stream)
                .toList();
    }

    private List<Contribution> resources() {
        var own = List.of(
                new TokensResource(parts.scripts, parts.context.clock()),
                new FactorResource(parts.factors),
                new MembersFactorResource(parts.factors, parts.roster));
        return Stream.concat(web().all().stream(), own.stream())
                .<Contribution>map(Contribution.Resource::new)
                .toList();
    }

    private Resources web() {
        var context = parts.context;
        return new Resources(
                context.database(),
                parts.users,
                parts.passwords,
                parts.sessions,
                parts.factor,
                parts.openId,
                parts.identities,
                parts.tokens,
                parts.first,
                new Admissions(parts.settings.registration(), parts.invites, parts.throttle),
                parts.registrar,
                parts.roster,
                parts.desk,
                parts.links,
                parts.throttle,
                parts.devices,
                parts.audit,
                parts.changes,
                this::personalData,
                context.clock(),
                context.log());
    }

    /** Nobody else begins sessions unless the operator says so. */
    private List<Contribution> signIns() {
        if (!parts.settings.signInByPlugins()) return List.of();
        return List.of(new Contribution.Offer<>(SignIns.class, web().signIns()));
    }

    /** Ours, and that of the plugins which are there by the time somebody asks. */
    private List<PersonalData> personalData() {
        var ours = Stream.of(new TokenData(parts.scripts), new IdentityData(parts.identities));
        return Stream.concat(ours, parts.context.findAll(PersonalData.class).stream())
                .toList();
    }

    private List<Contribution> people() {
        var database = parts.context.database();
        var clock = parts.context.clock();
        var signedIn = new TokenAuthenticator(parts.tokens, parts.keys, parts.sessions.live(), clock);
        var demo = new DemoPeople(database, parts.users, parts.registrar, parts.passwords, clock);
        var original = new OriginalAccounts(database, parts.users, parts.registrar, parts.audit, clock);
        return List.of(
                new Contribution.Authentication(new Bearers(signedIn, parts.scripts)),
                new Contribution.Offer<>(Accounts.class, parts.roster),
                new Contribution.Offer<>(RateLimits.class, new Allowances(parts.throttle)),
                new Contribution.Offer<>(DemoData.class, demo),
                new Contribution.Offer<>(Importer.class, original));
    }

    private List<Contribution> commands() {
        var user = new UserCommand(parts.registrar, parts.roster, parts.desk, parts.changes, parts.audit);
        return List.of(
                new FactorOff(parts.factors, parts.roster).addedTo(user.contribution()),
                new KeysCommand(parts.keys, parts.audit).contribution());
    }

    private List<Contribution> jobs() {
        var context = parts.context;
        var deletions = new Deletions(
                context.database(), parts.changes, () -> context.findAll(PersonalData.class), context.clock());
        return List.of(
                job(
                        "forget-deleted",
                        new Text("Delete what is left of deleted accounts", "Effacer les traces des comptes supprimés"),
                        Duration.ofMinutes(1),
                        deletions::run),
                job(
                        "session-purge",
                        new Text("Delete ended sessions", "Supprimer les sessions terminées"),
                        Duration.ofHours(1),
                        parts.sessions::purge),
                job(
                        "attempt-purge",
                        new Text("Forget old failed attempts", "Oublier les anciennes tentatives"),
                        Duration.ofMinutes(10),
                        () -> parts.throttle.purge() + ", "
                                + parts.context.database().write(parts.devices::purge) + " devices forgotten"),
                job(
                        "audit-purge",
                        new Text("Delete old lines of the audit log", "Supprimer les anciennes lignes du journal"),
                        Duration.ofHours(24),
                        parts.audit::purge),
                job(
                        "token-purge",
                        new Text("Delete expired tokens", "Supprimer les jetons expirés"),
                        Duration.ofHours(1),
                        () -> parts.scripts.purge() + " personal access tokens and " + parts.factor.purge()
                                + " challenges and " + parts.identities.purge() + " returns and "
                                + parts.links.purge() + " links for a new password deleted"));
    }

    private static Contribution job(String name, Text title, Duration every, Contribution.Task task) {
        return new Contribution.Job(name, title, Schedule.every(every), task);
    }

    private List<Contribution> panels() {
        return List.of(
                new Panel(
                        "account",
                        new Text("Account", "Compte"),
                        Panel.Slot.PAGE,
                        "account.js",
                        "lock",
                        Set.of(Roles.MEMBER),
                        90),
                new Panel(
                        "people",
                        new Text("People", "Membres"),
                        Panel.Slot.ADMINISTRATION,
                        "people.js",
                        "users",
                        Set.of(Roles.ADMIN),
                        10));
    }

    private List<Contribution> readings() {
        var pool = parts.pool;
        return List.of(
                new Contribution.Gauge(
                        "passwords-hashed", "hashes", "Passwords hashed or compared since the start", pool::begun),
                new Contribution.Gauge(
                        "passwords-waiting", "hashes", "Passwords that wait to be hashed", pool::waiting),
                new Contribution.Check("signing-key", () -> {
                    parts.tokens.rehearse();
                    return new Health.Up();
                }));
    }
}
