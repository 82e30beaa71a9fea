package org.wvwbuilder.webhooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.wvwbuilder.testing.Parts;

/** Checks a signature with the recipe that stands in the guide, word for word. */
final class Verification {
    private Verification() {}

    static boolean holds(String secret, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        var python = Parts.program("python3", "apt-get install python3");
        var guide = Files.readString(Path.of("docs/webhooks.md"));
        int begin = guide.indexOf("```python\n") + "```python\n".length();
        var recipe = guide.substring(begin, guide.indexOf("```", begin));
        var script = Files.createTempFile("recipe", ".py");
        var log = Files.createTempFile("recipe", ".log");
        try {
            Files.writeString(
                    script,
                    recipe + "\nimport sys\nprint(verify(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4],"
                            + " sys.stdin.buffer.read(), now=int(sys.argv[3])))\n");
            var process = new ProcessBuilder(
                            python.toString(),
                            script.toString(),
                            secret,
                            headers.get("Webhook-Id"),
                            headers.get("Webhook-Timestamp"),
                            headers.get("Webhook-Signature"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(body.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor() != 0) throw new AssertionError(Files.readString(log));
            return Files.readString(log).strip().equals("True");
        } finally {
            Files.delete(script);
            Files.delete(log);
        }
    }
}
