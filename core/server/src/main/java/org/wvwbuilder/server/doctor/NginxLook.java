package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.wvwbuilder.cli.Findings;

/** Whether nginx runs, whether its configuration is valid, and whether a site of it leads to the server. */
public final class NginxLook {
    private static final String PART = "nginx";
    private static final Pattern CERTIFICATE =
            Pattern.compile("(?m)^\\s*ssl_certificate\\s+[\"']?([^\"';]+?)[\"']?\\s*;");
    private static final Pattern MAIN = Pattern.compile("(?m)^# configuration file (/\\S+):$");
    private static final Pattern FAULT = Pattern.compile("\\[(?:emerg|alert|crit|error)] (?:\\d+#\\d+: )?(.*)");

    private NginxLook() {}

    /** @return the certificates that its sites show */
    public static Set<Path> examine(Patient patient, Findings findings) throws IOException, InterruptedException {
        var certificates = new LinkedHashSet<Path>();
        var program = Programs.find("nginx");
        if (program.isEmpty()) {
            findings.ok(PART, "not installed: nothing stands before the server");
            return certificates;
        }
        // With -T it prints what it has read, after the same test as with -t.
        var test = Programs.run(program.get(), "-T");
        if (test.exit() != 0) {
            fault(test.text(), findings);
            return certificates;
        }
        certificates.addAll(certificates(test.text()));
        if (leads(patient, test.text())) running(findings);
        else {
            findings.warning(
                    PART,
                    "it is installed, and no site of it leads to port " + patient.port(),
                    "add 'proxy_pass http://127.0.0.1:" + patient.port() + ";' to a site, then: nginx -t && systemctl"
                            + " reload nginx");
        }
        return certificates;
    }

    /**
     * The files that a configuration names, as nginx -T prints it. A relative one starts from the folder of the first file of
     * the configuration; one with a variable is known only when somebody connects, and what is not in a file has none.
     */
    static Set<Path> certificates(String configuration) {
        var first = MAIN.matcher(configuration);
        var folder = first.find() ? Path.of(first.group(1)).getParent() : Path.of("/etc/nginx");
        var files = new LinkedHashSet<Path>();
        var named = CERTIFICATE.matcher(configuration);
        while (named.find()) {
            var name = named.group(1);
            if (name.contains("$") || name.startsWith("data:") || name.startsWith("engine:")) continue;
            files.add(folder.resolve(name).normalize());
        }
        return files;
    }

    private static void fault(String said, Findings findings) {
        var fault = FAULT.matcher(said);
        var reason =
                fault.find() ? fault.group(1) : said.strip().lines().findFirst().orElse("no reason");
        if (reason.contains("Permission denied")
                && !System.getProperty("user.name").equals("root")) {
            findings.warning(PART, "its configuration cannot be tested by this user: " + reason, "sudo gw2 doctor");
        } else {
            findings.problem(
                    PART,
                    "its configuration is wrong: " + reason,
                    "mend that line until 'nginx -t' is content, then:" + " systemctl reload nginx");
        }
    }

    private static boolean leads(Patient patient, String configuration) {
        return Pattern.compile("(proxy_pass\\s+https?://|server\\s+)[^\\s;]*:" + patient.port() + "\\b")
                .matcher(configuration)
                .find();
    }

    private static void running(Findings findings) throws IOException {
        var web = Listeners.on(80);
        var secure = Listeners.on(443);
        boolean runs = web.filter(listener -> listener.runs("nginx")).isPresent()
                || secure.filter(listener -> listener.runs("nginx")).isPresent();
        if (runs) {
            findings.ok(PART, "it runs, its configuration is valid, and a site leads to the server");
            return;
        }
        var other = web.or(() -> secure).filter(listener -> !listener.program().isEmpty());
        findings.problem(
                PART,
                other.map(listener -> "it does not run; its port is taken by " + listener.program())
                        .orElse("it listens neither on port 80 nor on 443"),
                "systemctl start nginx; systemctl status nginx");
    }
}
