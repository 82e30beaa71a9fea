package org.wvwbuilder.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.wvwbuilder.cli.Words.WrongUsage;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.PluginShelf;
import org.wvwbuilder.kernel.PluginSigning.Judged;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What {@code gw2 plugins} does beside listing: looks, signs, trusts, installs, switches. */
final class ShelfCommands {
    /** Plugins and their switches are files of one server, whoever else shares its database. */
    private static final String RESTART =
            " The server sees it at its next start; another server on the same database needs the same command.";

    private static final Argument ID = new Argument("ID", "the plugin's id, as 'gw2 plugins' lists it");

    private ShelfCommands() {}

    /** The one word that is typed behind a command. */
    private record Argument(String label, String summary, boolean required) {
        Argument(String label, String summary) {
            this(label, summary, true);
        }
    }

    /** Something that is done with what the operator named. */
    private interface Deed {
        int run(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception;
    }

    static void addTo(CommandSpec plugins) {
        add(plugins, "show", ID, "tell all about a plugin", ShelfCommands::show);
        add(
                plugins,
                "verify",
                new Argument("FOLDER|ZIP", "the plugin, unpacked or as its author gave it"),
                "check a plugin's signature and files",
                ShelfCommands::verify);
        var sign = add(
                plugins,
                "sign",
                new Argument("FOLDER", "the plugin, with its jar and libraries"),
                "sign the plugin in a folder",
                ShelfCommands::sign);
        sign.addOption(option("--key", "FILE", "the private key; the public one is in FILE.pub")
                .required(true)
                .build());
        var keys = CommandTree.spec(
                "keys", "make keys to sign plugins with: 'gw2 plugins keys new FILE'", CommandTree::chooseOne);
        keys.usageMessage().synopsisSubcommandLabel("ACTION").commandListHeading("%nActions:%n");
        add(
                keys,
                "new",
                new Argument("FILE", "where the private key is to be; there must be none"),
                "make a pair of keys: FILE and FILE.pub",
                ShelfCommands::newKey);
        plugins.addSubcommand("keys", keys);
        var trust = add(
                plugins,
                "trust",
                new Argument("PUBLICKEY", "the key as its author tells it, or the file that it stands in"),
                "have a key's signatures count",
                ShelfCommands::trust);
        trust.addOption(option("--name", "NAME", "what to call its owner").build());
        var zip = new Argument("ZIP", "the package that a plugin's build makes: NAME-VERSION-plugin.zip");
        var install = add(plugins, "install", zip, "check a plugin and put it in place", ShelfCommands::install);
        install.addOption(flag("--downgrade", "put it in the place of a newer one"));
        install.addOption(flag("--yes", "also when the one that is there is signed with another key"));
        var remove = add(plugins, "remove", ID, "take a plugin away; what it kept stays", ShelfCommands::remove);
        remove.addOption(flag("--purge", "also delete for good what it kept: tables, files, the record of its jobs"));
        purging(remove, "do it: the files are gone then");
        var left = new Argument("ID", "the plugin's id; without it what is left of which plugin is listed", false);
        var purge = add(plugins, "purge", left, "delete for good what is left of a plugin", ShelfCommands::purge);
        purging(purge, "do it, without asking");
        add(plugins, "enable", ID, "switch a plugin on again", ShelfCommands::enable);
        add(plugins, "disable", ID, "switch a plugin off", ShelfCommands::disable);
    }

    private static void purging(CommandSpec spec, String yes) {
        spec.addOption(flag("--yes", yes));
        spec.addOption(flag("--no-copy", "keep no copy of the database from before what is deleted"));
    }

    private static OptionSpec flag(String name, String summary) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(summary)
                .build();
    }

    private static CommandSpec add(CommandSpec to, String name, Argument argument, String summary, Deed deed) {
        var spec = CommandTree.spec(name, summary, (stage, words) -> run(stage, words, deed));
        spec.usageMessage().abbreviateSynopsis(false);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity(argument.required() ? "1" : "0..1")
                .required(argument.required())
                .paramLabel(argument.label())
                .description(argument.summary())
                .type(String.class)
                .build());
        to.addSubcommand(name, spec);
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words, Deed deed) throws Exception {
        try {
            return deed.run(stage, stage.backstage().shelf(stage.launch()), words);
        } catch (Fault e) {
            // What the kernel says of a plugin begins in the middle of a sentence.
            var whole = Character.isLowerCase(e.getMessage().charAt(0)) ? "The plugin is refused: " : "";
            throw new CommandFailure(Exit.FAILED, whole + e.sentence());
        }
    }

    private static OptionSpec.Builder option(String name, String label, String summary) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(summary);
    }

    private static String word(ParseResult words) {
        return words.matchedPositionalValue(0, "");
    }

    private static Path path(String word) throws WrongUsage {
        if (word.isBlank() || word.contains("\0")) throw new WrongUsage("'" + word + "' is no name of a file.");
        return Path.of(word).toAbsolutePath().normalize();
    }

    private static int answer(Action.Stage stage, Object value, String text) {
        stage.answer(value, Terminal.visible(text));
        return Exit.OK;
    }

    private static int show(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        return PluginSheet.show(stage, shelf.show(word(words)));
    }

    private static int verify(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var judged = shelf.signing().verify(path(word(words)));
        return answer(
                stage, judged, named(judged) + " is as " + judged.signedBy() + " signed it, " + files(judged) + ".");
    }

    private static int sign(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var judged = shelf.signing().sign(path(word(words)), path(words.matchedOptionValue("--key", "")));
        return answer(
                stage,
                judged,
                "Signed " + named(judged) + ", " + files(judged) + ", with the key " + judged.key()
                        + ". Zip the folder to hand it on.");
    }

    private static String named(Judged judged) {
        return (judged.id() + " " + judged.version()).strip();
    }

    private static String files(Judged judged) {
        return judged.files().size() == 1 ? "one file" : judged.files().size() + " files";
    }

    private static int newKey(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var made = shelf.signing().newKey(path(word(words)));
        return answer(
                stage,
                made,
                "Made " + made.privateFile() + ": keep it secret, and keep a copy. Tell everybody the public key:\n"
                        + made.publicKey());
    }

    private static int trust(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var trusted = shelf.signing().trust(word(words), words.matchedOptionValue("--name", ""));
        return answer(
                stage,
                trusted,
                "Plugins signed with " + trusted.publicKey()
                        + (trusted.name().isEmpty() ? "" : " (" + trusted.name() + ")")
                        + " may run from now on. To take that back, delete " + trusted.file() + ".");
    }

    private static int install(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var consent = new PluginShelf.Consent(
                words.matchedOptionValue("--downgrade", false), words.matchedOptionValue("--yes", false));
        var it = shelf.install(path(word(words)), consent);
        var whose = it.signedBy().isEmpty()
                ? ", which nobody signed: plugins.unsigned is \"allow\"."
                : ", signed by " + it.signedBy() + ".";
        var key = it.anotherKey() ? " The one before was signed with another key." : "";
        return answer(stage, it, installed(it) + whose + key + RESTART);
    }

    private static String installed(PluginShelf.Installed it) {
        var whole = (it.id() + " " + it.version()).strip();
        if (!it.replaced()) return "Installed " + whole;
        return it.before().isEmpty() || it.version().isEmpty()
                ? "Replaced " + it.id() + (it.version().isEmpty() ? "" : " by " + it.version())
                : "Replaced " + it.id() + " " + it.before() + " by " + it.version();
    }

    /** What was taken away. */
    record Removed(String id, String folder) {}

    private static int remove(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var id = word(words);
        shelf.requireRemovable(id);
        var settings = settings(stage, id);
        if (words.matchedOptionValue("--purge", false)) {
            return PurgeCommand.remove(stage, id, words, settings, () -> shelf.remove(id));
        }
        if (!words.matchedOptionValue("--yes", false)) {
            throw new WrongUsage("This deletes the files of " + id + ": say --yes to do it.");
        }
        var removed = new Removed(id, shelf.remove(id).toString());
        return answer(
                stage,
                removed,
                "Removed " + removed.folder() + "; what it kept stays, until 'gw2 plugins purge " + id + "' deletes it."
                        + settings + RESTART);
    }

    /** What has to be said when the operator's file has a table that will be nobody's: the server does not start with one. */
    private static String settings(Action.Stage stage, String id) throws Exception {
        return stage.backstage().configuration(stage.launch()).stream()
                .filter(setting -> setting.key().startsWith(id + "."))
                .map(SettingDescription::source)
                .filter(source -> !source.matches("default|--set|environment .*"))
                .findFirst()
                .map(file -> " Take its table [" + id + "] out of " + file + ", or the server does not start.")
                .orElse("");
    }

    private static int purge(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        if (word(words).isEmpty()) return PurgeCommand.list(stage);
        // First: of what stays nobody is to be told to restart a server.
        shelf.remains(Optional.empty()).requireGone(word(words));
        return PurgeCommand.purge(stage, word(words), words);
    }

    /** How a switch stands now. */
    record Switched(String id, boolean enabled, boolean changed) {}

    private static int enable(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var changed = shelf.enable(word(words));
        return switched(stage, new Switched(word(words), true, changed), "on");
    }

    private static int disable(Action.Stage stage, PluginShelf shelf, ParseResult words) throws Exception {
        var changed = shelf.disable(word(words));
        return switched(stage, new Switched(word(words), false, changed), "off");
    }

    private static int switched(Action.Stage stage, Switched it, String how) {
        return answer(
                stage,
                it,
                it.changed()
                        ? "Switched " + it.id() + " " + how + "." + RESTART
                        : it.id() + " is switched " + how + " already.");
    }
}
