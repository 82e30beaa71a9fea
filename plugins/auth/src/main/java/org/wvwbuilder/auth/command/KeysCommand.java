package org.wvwbuilder.auth.command;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.token.KeyRow;
import org.wvwbuilder.auth.token.SigningKeys;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** {@code gw2 keys list|rotate|revoke}: the keys that access tokens are signed with. */
public final class KeysCommand {
    private static final String LINE = "%-38s %-9s %s";
    private final SigningKeys keys;
    private final Audit audit;

    public KeysCommand(SigningKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    public Contribution.Command contribution() {
        return new Contribution.Command(
                "keys",
                "list, rotate and revoke the keys that sign access tokens",
                List.of(
                        new Subcommand("list", "list the keys", List.of(), List.of(), this::list),
                        new Subcommand(
                                "rotate", "sign with a new key; nobody notices", List.of(), List.of(), this::rotate),
                        new Subcommand(
                                "revoke",
                                "take all trust from a key: access tokens of it end, sessions go on",
                                List.of(new Argument("kid", "the key's id", true)),
                                List.of(new Option("yes", "", "do it: there is no way back", false)),
                                this::revoke)));
    }

    private Answer list(Call call) {
        var rows = keys.all();
        if (rows.isEmpty()) return new Answer(rows, "There are no keys yet: the server makes one when it starts.");
        var lines = rows.stream().map(KeysCommand::line).collect(Collectors.joining("\n"));
        return new Answer(rows, LINE.formatted("KEY", "STATE", "CREATED") + "\n" + lines);
    }

    private Answer rotate(Call call) {
        var kid = keys.rotate((connection, made) ->
                audit.note(connection, Actor.OPERATOR, Action.KEY_ROTATE, new Subject(made, ""), ""));
        return new Answer(find(kid), "Made key " + kid + "; it signs in a few seconds.");
    }

    private Answer revoke(Call call) throws CommandFailure {
        var kid = call.argument("kid").orElse("");
        if (!call.flag("yes")) {
            throw new CommandFailure(2, "This ends all access tokens of key " + kid + ": give --yes to do it.");
        }
        boolean revoked = keys.revoke(
                kid,
                (connection, gone) ->
                        audit.note(connection, Actor.OPERATOR, Action.KEY_REVOKE, new Subject(gone, ""), ""));
        if (!revoked) throw new CommandFailure(1, "No key is called '" + kid + "': see 'gw2 keys list'.");
        return new Answer(find(kid), "Revoked key " + kid + "; a running server follows within two seconds.");
    }

    private KeyRow find(String kid) {
        return keys.all().stream()
                .filter(row -> row.kid().equals(kid))
                .findFirst()
                .orElseThrow();
    }

    private static String line(KeyRow row) {
        return LINE.formatted(row.kid(), row.state(), row.createdAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
