package org.wvwbuilder.auth.factor;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** {@code gw2 user factor-off}: for the administrator who lost phone and recovery codes. */
public final class FactorOff {
    private final Factors factors;
    private final Roster roster;

    public FactorOff(Factors factors, Roster roster) {
        this.factors = factors;
        this.roster = roster;
    }

    /** What {@code --json} prints. */
    public record Removed(String id, String username, boolean factorWasOn) {}

    /** The command with this action at its end. */
    public Contribution.Command addedTo(Contribution.Command command) {
        var user = new Argument("user", "email or username", true);
        var all = new ArrayList<>(command.subcommands());
        all.add(new Subcommand(
                "factor-off", "turn an account's second factor off", List.of(user), List.of(), this::run));
        return new Contribution.Command(command.name(), command.summary(), all);
    }

    private Answer run(Call call) throws CommandFailure {
        var typed = call.argument("user").orElse("");
        var user = roster.named(typed)
                .orElseThrow(() -> new CommandFailure(1, "No account is called '" + typed + "': see 'gw2 user list'."));
        boolean was = factors.remove(Actor.OPERATOR, Subject.of(user));
        var said = was ? "signs in with the password alone now." : "had no second factor; nothing was changed.";
        return new Answer(new Removed(user.id(), user.username(), was), user.username() + " " + said);
    }
}
