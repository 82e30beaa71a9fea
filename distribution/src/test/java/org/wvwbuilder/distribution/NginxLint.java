package org.wvwbuilder.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Mistakes in a configuration of nginx that {@code nginx -t} takes for valid. */
final class NginxLint {
    /** A line that must not stand anywhere, and why. */
    private record Rule(Pattern line, String why) {
        Rule(String line, String why) {
            this(Pattern.compile("(?m)^\\s*" + line), why);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("ssl_protocols(?!( TLSv1\\.[23])+;)", "an old protocol: TLSv1.2 and TLSv1.3 only"),
            new Rule(
                    "ssl_ciphers (?!(ECDHE-[A-Z0-9-]*(GCM|CHACHA20)[A-Z0-9-]*[:;])+$)",
                    "a weak cipher: ECDHE with GCM or CHACHA20 only"),
            new Rule("add_header (?!.* always;)", "a header that errors lack: end it with always"),
            new Rule("add_header .*unsafe-", "a policy that lets inline code run: use a hash"),
            new Rule(".*\\$proxy_add_x_forwarded_for", "a client's word about its address: pass $remote_addr on"),
            new Rule("proxy_next_upstream .*non_idempotent", "changes may be made twice: leave non_idempotent out"),
            new Rule("proxy_set_header Host \\$http_host", "a name that was not checked: pass $host on"),
            new Rule("autoindex on", "folders are listed: leave it out"));

    private static final Pattern LOCATION = Pattern.compile("location ([^{]+) \\{([^}]*)}");
    private static final Pattern OPEN_ALIAS = Pattern.compile("alias [^;]*/;");

    private NginxLint() {}

    /** @return one sentence for each mistake */
    static List<String> mistakes(String configuration) {
        var found = new ArrayList<String>();
        for (var rule : RULES) if (rule.line.matcher(configuration).find()) found.add(rule.why);
        var locations = LOCATION.matcher(configuration);
        while (locations.find()) {
            var name = locations.group(1);
            var body = locations.group(2);
            if (body.contains("add_header") && !body.contains("wvw-builder-headers.conf")) {
                found.add("location " + name + " hides the headers of the server: include wvw-builder-headers.conf");
            }
            if (name.contains("/api/") && !body.contains("wvw-builder-api.conf")) {
                found.add("location " + name + " answers programs with HTML: include wvw-builder-api.conf");
            }
            if (!name.endsWith("/") && OPEN_ALIAS.matcher(body).find()) {
                found.add("location " + name + " leads out of its folder: end it with a slash as its alias does");
            }
        }
        return found;
    }
}
