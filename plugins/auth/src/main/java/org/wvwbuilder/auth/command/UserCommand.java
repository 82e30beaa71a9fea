package org.wvwbuilder.auth.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.roster.UserChange;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Body;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** {@code gw2 user add|list|show|passwd|role|disable|enable|unlock|delete}. A running server follows within two seconds. */
public final class UserCommand {
    private static final Argument USER = new Argument("user", "email or username", true);

    private final Registrar registrar;
    private final Roster roster;
    private final PasswordDesk desk;
    private final Changes changes;
    private final Audit audit;

    public UserCommand(Registrar registrar, Roster roster, PasswordDesk desk, Changes changes, Audit audit) {
        this.registrar = registrar;
        this.roster = roster;
        this.desk = desk;
        this.changes = changes;
        this.audit = audit;
    }

    public Contribution.Command contribution() {
        var add = new Subcommand(
                "add",
                "make an account",
                List.of(),
                List.of(
                        new Option("email", "EMAIL", "the account's email", true),
                        new Option("username", "NAME", "the name that others see", true),
                        new Option("role", "ROLE", "admin, commander or member (the default)", false),
                        new Option("admin", "", "the same as --role admin", false),
                        PasswordInput.OPTION),
                refusing(this::add));
        var role = new Argument("role", "admin, commander or member", true);
        return new Contribution.Command(
                "user",
                "make, list and change accounts",
                List.of(
                        add,
                        new Subcommand("list", "list the accounts", List.of(), List.of(), refusing(this::list)),
                        on("show", "show an account", this::show),
                        new Subcommand(
                                "passwd",
                                "set an account's password and end its sessions",
                                List.of(USER),
                                List.of(PasswordInput.OPTION),
                                refusing(this::passwd)),
                        new Subcommand(
                                "role",
                                "change what an account may do",
                                List.of(USER, role),
                                List.of(),
                                refusing(this::role)),
                        on("disable", "shut an account out, at once", this::disable),
                        on("enable", "let a disabled account in again", this::enable),
                        on("unlock", "forget the wrong passwords that were tried", this::unlock),
                        new Subcommand(
                                "delete",
                                "remove an account and everything that belongs to it",
                                List.of(USER),
                                List.of(new Option("yes", "", "do it: there is no way back", false)),
                                refusing(this::delete))));
    }

    private static Subcommand on(String name, String summary, Body body) {
        return new Subcommand(name, summary, List.of(USER), List.of(), refusing(body));
    }

    private Answer add(Call call) throws Exception {
        var given = call.option("role");
        if (call.flag("admin") && given.isPresent()) {
            throw new CommandFailure(2, "Give --role or --admin, not both.");
        }
        var role = known(call.flag("admin") ? Roles.ADMIN : given.orElse(Roles.MEMBER));
        var password = Optional.of(PasswordInput.read(call));
        var application = new Registrar.Application(call.option("email"), call.option("username"), password);
        var draft = registrar.draft(application, role);
        var user = registrar.write(connection -> {
            var made = registrar.insert(connection, draft);
            audit.note(connection, Actor.OPERATOR, Action.ACCOUNT_ADD, Subject.of(made), made.role());
            return made;
        });
        changes.created(user.id());
        return new Answer(
                UserRow.of(user), "Added " + user.username() + " <" + user.email() + "> as " + user.role() + ".");
    }

    private Answer list(Call call) {
        var rows = new ArrayList<UserRow>();
        var cursor = Cursor.START;
        while (true) {
            var page = roster.page("", cursor, Page.MOST);
            page.items().forEach(user -> rows.add(UserRow.of(user)));
            if (page.nextCursor().isEmpty()) break;
            cursor = Cursor.parse(page.nextCursor().get());
        }
        if (rows.isEmpty()) return new Answer(rows, "There are no accounts yet: add one with 'gw2 user add'.");
        var lines = rows.stream().map(UserRow::line).collect(Collectors.joining("\n"));
        return new Answer(rows, UserRow.heading() + "\n" + lines);
    }

    private Answer show(Call call) throws CommandFailure {
        var row = UserRow.of(user(call));
        return new Answer(row, row.text());
    }

    private Answer passwd(Call call) throws Exception {
        var password = PasswordInput.read(call);
        var user = user(call);
        desk.set(Actor.OPERATOR, user.id(), password);
        return new Answer(
                UserRow.of(user), "Set the password of " + user.username() + "; all sessions of the account ended.");
    }

    private Answer role(Call call) throws CommandFailure {
        var role = known(call.argument("role").orElse(""));
        return changed(call, UserChange.role(role), "is " + role + " now.");
    }

    private Answer disable(Call call) throws CommandFailure {
        return changed(call, UserChange.disabled(true), "is shut out; all sessions of the account ended.");
    }

    private Answer enable(Call call) throws CommandFailure {
        return changed(call, UserChange.disabled(false), "may sign in again.");
    }

    private Answer unlock(Call call) throws CommandFailure {
        var user = user(call);
        roster.unlock(Actor.OPERATOR, user);
        return new Answer(UserRow.of(user), user.username() + " may try again at once.");
    }

    private Answer delete(Call call) throws CommandFailure {
        var user = user(call);
        if (!call.flag("yes")) {
            throw new CommandFailure(
                    2, "This removes " + user.username() + " <" + user.email() + "> for good: give --yes to do it.");
        }
        roster.remove(Actor.OPERATOR, user.id(), version -> true);
        // Here is no other plugin: the server tells them.
        return new Answer(
                UserRow.of(user),
                "Removed " + user.username() + " <" + user.email() + ">. What plugins keep of the account is deleted"
                        + " within a minute by the server that runs, else within a minute of its next start.");
    }

    private Answer changed(Call call, UserChange change, String now) throws CommandFailure {
        var user = roster.change(Actor.OPERATOR, user(call).id(), change, version -> true);
        changes.changed(user.id());
        return new Answer(UserRow.of(user), user.username() + " " + now);
    }

    private User user(Call call) throws CommandFailure {
        var typed = call.argument("user").orElse("");
        return roster.named(typed)
                .orElseThrow(() -> new CommandFailure(1, "No account is called '" + typed + "': see 'gw2 user list'."));
    }

    private static String known(String role) throws CommandFailure {
        try {
            return Roster.role(role);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(2, "No role is called '" + role + "': give admin, commander or member.");
        }
    }

    /** What the web answers as a problem is one sentence here. */
    private static Body refusing(Body body) {
        return call -> {
            try {
                return body.run(call);
            } catch (Problem problem) {
                throw new CommandFailure(1, sentence(problem));
            }
        };
    }

    private static String sentence(Problem problem) {
        if (problem.fields().isEmpty()) return problem.getMessage();
        return problem.fields().stream()
                .map(field -> field.pointer().substring(1).replace('_', ' ') + ": " + field.detail())
                .collect(Collectors.joining("; ", "Refused. ", "."));
    }
}
