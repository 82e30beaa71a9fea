package org.wvwbuilder.auth.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** Reads a password from standard input: on a command line every account of the machine could see it. */
final class PasswordInput {
    static final Option OPTION =
            new Option("password-stdin", "", "read the password, one line, from standard input", false);
    /** Room for the longest password with four bytes a character, and the line's end. */
    private static final int MOST_BYTES = Passwords.MOST * 4 + 2;

    private PasswordInput() {}

    static String read(Call call) throws CommandFailure, IOException {
        if (!call.flag(OPTION.name())) {
            throw new CommandFailure(2, "Give --password-stdin and the password on standard input.");
        }
        var bytes = call.input().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new CommandFailure(1, "A password has at most 256 characters.");
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        var line = end < 0 ? text : text.substring(0, end);
        var password = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (password.isEmpty()) throw new CommandFailure(1, "No password came on standard input: send one line.");
        return password;
    }
}
