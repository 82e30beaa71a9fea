package org.wvwbuilder.loadtest;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.wire.Client;
import org.wvwbuilder.loadtest.wire.Request;
import org.wvwbuilder.loadtest.wire.Target;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/**
 * Gets the one access token of a run: from the environment, from a file, or by signing in once with a password from standard
 * input. A token is never among the words of a command line, where every process of the machine could read it.
 */
record SignIn(Call call, Map<String, String> environment) {
    static final String VARIABLE = "GW2_LOADTEST_TOKEN";
    private static final int LONGEST = 8192;

    /** Whether the operator said how. */
    boolean possible() {
        return call.option("user").isPresent()
                || call.option("token-file").isPresent()
                || !environment.getOrDefault(VARIABLE, "").isEmpty();
    }

    String token(Client client, Target target) throws CommandFailure, IOException {
        if (!target.loopback() && !target.tls()) {
            throw Words.wrong("A token or password goes to another machine by https:// only.");
        }
        var user = call.option("user");
        if (user.isPresent()) return signIn(client, target, user.get());
        var file = call.option("token-file");
        return file.isPresent()
                ? sane(read(Path.of(file.get())), "the file " + file.get())
                : sane(environment.get(VARIABLE), "the variable " + VARIABLE);
    }

    private static String read(Path file) throws CommandFailure, IOException {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                throw Words.wrong("Everybody can read the token in " + file + ": chmod 600 it, and make a new token.");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
                throw Words.wrong(file + " is no file with one token in it.");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw Words.wrong("There is no file " + file + ": write the token into it first.");
        }
    }

    /** A token that would break out of its header is none. */
    private static String sane(String text, String where) throws CommandFailure {
        var token = text.strip();
        if (token.matches("[!-~]{1," + LONGEST + "}")) return token;
        throw Words.wrong("There is no token in " + where + ": it is one word of printable ASCII.");
    }

    private String signIn(Client client, Target target, String user) throws CommandFailure, IOException {
        if (!call.flag("password-stdin")) {
            throw Words.wrong("--user also wants --password-stdin, and the password on standard input.");
        }
        var form = "username=" + encode(user) + "&password=" + encode(password(call.input()));
        var answer = client.read(Request.of(form(form), target, ""));
        if (answer.status() == 429) {
            throw new CommandFailure(Exit.FAILED, "Signing in is being slowed down (429): wait some minutes.");
        }
        if (answer.status() / 100 != 2) {
            throw new CommandFailure(
                    Exit.FAILED,
                    "Signing in was answered with " + answer.status() + ": check name and password; with a second"
                            + " factor, use a personal access token by --token-file.");
        }
        try {
            if (JSON.std.anyFrom(answer.text()) instanceof Map<?, ?> told
                    && told.get("access_token") instanceof String token) return sane(token, "the answer to signing in");
        } catch (IOException noJson) {
            // told below
        }
        throw new CommandFailure(
                Exit.FAILED, "Signing in gave no token: with a second factor, use --token-file with a personal one.");
    }

    private static Endpoint form(String form) {
        return new Endpoint(
                "sign in",
                "POST",
                "/api/v1/auth/login",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form,
                false,
                1,
                1,
                1,
                List.of());
    }

    private static String password(InputStream input) throws CommandFailure, IOException {
        var line = new StringBuilder();
        var bytes = new String(input.readNBytes(LONGEST), StandardCharsets.UTF_8);
        bytes.lines().findFirst().ifPresent(line::append);
        if (line.isEmpty()) throw Words.wrong("No password came on standard input.");
        return line.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
