package org.wvwbuilder.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code gw2 run}: serves in the foreground until SIGTERM or Ctrl-C. */
final class ServeCommand {

    private ServeCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec("run", "start the server and stay in the foreground", (stage, words) -> {
            var launch = stage.json() ? stage.launch().with("logs.format", "json") : stage.launch();
            return stage.backstage().serve(launch);
        });
        spec.usageMessage()
                .footer(
                        "",
                        "Prints 'ready http://HOST:PORT' when it serves. SIGTERM and Ctrl-C let",
                        "requests under way finish and end it with 143 and 130. It ends with 78",
                        "when the configuration or a required plugin is at fault. --json writes the",
                        "log as JSON.",
                        "",
                        "  gw2 run --set http.port=9000");
        return spec;
    }
}
