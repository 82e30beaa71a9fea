package com.example.guildbank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** The same import twice: {@code PUT /api/v1/guild-bank}, and {@code gw2 guild-bank import FILE}. */
public final class GuildBankImport implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var bank = new Bank(context.database());
        var file = new Argument("file", "CSV with the first line " + BankFile.HEADER, true);
        var command = new Subcommand(
                "import",
                "Replaces what is known of the guild bank by what a file says",
                List.of(file),
                List.of(),
                call -> {
                    int stacks = replace(bank, call.argument("file").orElseThrow());
                    return new Answer(Map.of("stacks", stacks), stacks + " stacks are in the guild bank.");
                });
        return OpenPlugin.of(
                new Contribution.Resource(new BankResource(bank)),
                new Contribution.Command("guild-bank", "The guild bank", List.of(command)));
    }

    private static int replace(Bank bank, String name) throws CommandFailure {
        try (var input = Files.newInputStream(Path.of(name))) {
            return bank.replace(BankFile.read(input));
        } catch (BankFile.TooLong | BankFile.Wrong refused) {
            throw new CommandFailure(1, name + ": " + refused.getMessage() + " Nothing was changed.");
        } catch (IOException unreadable) {
            throw new CommandFailure(1, name + " cannot be read: look whether it is there, and who may read it.");
        }
    }
}
