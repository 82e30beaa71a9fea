package org.wvwbuilder.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wvwbuilder.cli.Words.WrongUsage;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 demo}: fills an empty database with a believable guild, the same one each time. */
final class DemoCommand {
    /** The day of the game's release. */
    private static final long SEED = 20120828;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private DemoCommand() {}

    /** What was made, and how to look at it. */
    record Made(String username, String email, String password, int users, int builds, int compositions) {}

    static CommandSpec spec() {
        var spec = CommandTree.spec("demo", "fill an empty database with a believable guild", DemoCommand::run);
        spec.addOption(count("--users", 1_000));
        spec.addOption(count("--builds", 50_000));
        spec.addOption(count("--compositions", 5_000));
        spec.usageMessage()
                .footer(
                        "",
                        "Refuses a database that holds anything. The same numbers make the same guild;",
                        "only the password is new each time, and printed once.");
        return spec;
    }

    private static OptionSpec count(String name, int usual) {
        return OptionSpec.builder(name)
                .paramLabel("N")
                .type(int.class)
                .defaultValue(String.valueOf(usual))
                .description("how many " + name.substring(2) + " (" + usual + ")")
                .build();
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var people = People.of(SEED, number(words, "--users", 1));
        var builds = number(words, "--builds", 0);
        var compositions = number(words, "--compositions", 0);
        var guild = new DemoData.Guild(SEED, people, password(), builds, compositions);
        var rows = stage.backstage().withDemoData(stage.launch(), offers -> fill(offers, guild, stage.terminal()));
        var admin = people.getFirst();
        var made = new Made(
                admin.username(),
                admin.email(),
                guild.password(),
                people.size(),
                rows.getOrDefault("builds", 0),
                rows.getOrDefault("compositions", 0));
        stage.answer(made, text(made));
        return Exit.OK;
    }

    private static Map<String, Integer> fill(List<Backstage.DemoOffer> offers, DemoData.Guild guild, Terminal terminal)
            throws CommandFailure {
        if (offers.isEmpty()) {
            throw new CommandFailure(Exit.FAILED, "No plugin has anything to fill: see 'gw2 plugins' for the reason.");
        }
        var full = offers.stream()
                .filter(offer -> !offer.data().empty())
                .map(Backstage.DemoOffer::plugin)
                .collect(Collectors.joining(", "));
        if (!full.isEmpty()) {
            throw new CommandFailure(
                    Exit.FAILED,
                    "The database is not empty (" + full
                            + "): choose another folder with --set data.directory=FOLDER.");
        }
        var rows = new TreeMap<String, Integer>();
        for (var offer : offers) {
            offer.data()
                    .fill(guild, line -> terminal.err().println(Terminal.visible(offer.plugin() + ": " + line)))
                    .forEach((kind, count) -> rows.merge(kind, count, Integer::sum));
        }
        return rows;
    }

    private static int number(ParseResult words, String option, int least) throws WrongUsage {
        int number = words.matchedOptionValue(
                option, words.commandSpec().findOption(option).<Integer>getValue());
        if (number < least) throw new WrongUsage(option + " wants a number from " + least + ", not " + number + ".");
        return number;
    }

    /** 20 of 31 letters: 99 bits. */
    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) password.append('-');
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String text(Made made) {
        var compositions = made.compositions() == 0 ? "" : ", " + made.compositions() + " compositions";
        return "Made " + made.users() + " people, " + made.builds() + " builds" + compositions + ".\nSign in as "
                + made.username() + " with the password " + made.password() + " (it is shown this once).";
    }
}
