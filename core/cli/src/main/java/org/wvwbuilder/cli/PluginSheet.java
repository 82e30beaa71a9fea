package org.wvwbuilder.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.PluginShelf.Standing;
import org.wvwbuilder.plugin.Platform.PluginActivity;

/**
 * All about one plugin: how it lies in its folder, and what the server that runs says of it.
 *
 * @param running empty when no server runs, or it has not written down yet how it is
 */
record PluginSheet(
        String id,
        String title,
        String version,
        String state,
        boolean bundled,
        String reason,
        String remedy,
        String folder,
        String signedBy,
        String key,
        List<String> commands,
        Optional<Running> running) {

    /**
     * What the server wrote down.
     *
     * @param at when
     * @param activity empty when the plugin cannot be called
     */
    record Running(Instant at, String state, Optional<PluginActivity> activity) {}

    static int show(Action.Stage stage, Standing standing) throws ConfigurationFault {
        var sheet = of(standing, running(stage, standing.id()));
        stage.answer(sheet, Terminal.visible(sheet.text(Instant.now())));
        return Exit.OK;
    }

    private static Optional<Running> running(Action.Stage stage, String id) throws ConfigurationFault {
        var place = stage.backstage().whereabouts(stage.launch());
        if (place.lock() != Lock.HELD) return Optional.empty();
        return Bulletin.now(place.bulletin())
                .filter(told -> place.since().filter(told.at()::isAfter).isPresent())
                .flatMap(told -> told.plugins().stream()
                        .filter(plugin -> plugin.id().equals(id))
                        .findFirst()
                        .map(plugin -> new Running(told.at(), plugin.state(), plugin.activity())));
    }

    private static PluginSheet of(Standing it, Optional<Running> running) {
        return new PluginSheet(
                it.id(),
                it.title(),
                it.version(),
                it.state(),
                it.bundled(),
                it.reason(),
                it.remedy(),
                it.folder(),
                it.signedBy(),
                it.key(),
                it.commands(),
                running);
    }

    private String text(Instant now) {
        var lines = new StringBuilder(id + " " + version + ": " + title);
        lines.append("\nstate      ").append(state);
        lines.append("\nfolder     ").append(folder);
        lines.append("\nsigned by  ").append(signer());
        if (!commands.isEmpty()) lines.append("\ncommands   ").append(String.join(", ", commands));
        if (!reason.isEmpty()) lines.append("\nreason     ").append(reason);
        if (!remedy.isEmpty()) lines.append("\nwhat to do ").append(remedy);
        running.ifPresent(told -> {
            lines.append("\nin the server that runs, ").append(age(told.at(), now));
            lines.append("\n  state    ").append(told.state());
            told.activity().ifPresent(activity -> append(lines, activity));
        });
        return lines.toString();
    }

    private static String age(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toSeconds()) + " seconds ago";
    }

    private static void append(StringBuilder lines, PluginActivity it) {
        lines.append("\n  requests ").append(it.requests()).append(", ").append(it.errors());
        lines.append(" ended with 5xx");
        lines.append("\n  calls    ").append(it.slow()).append(" slow, ").append(it.interrupted());
        lines.append(" interrupted, ").append(it.underWay()).append(" under way");
        if (it.stuck() > 0) lines.append(", ").append(it.stuck()).append(" do not come back");
        lines.append("\n  threads  ").append(it.threads().size());
        if (!it.threads().isEmpty()) lines.append(": ").append(String.join(", ", it.threads()));
    }

    private String signer() {
        if (bundled) return "nobody: it came with the server";
        if (key.isEmpty()) return "nobody";
        return signedBy.isEmpty()
                ? "nobody who is trusted here, or not these files: " + key
                : signedBy + " (" + key + ")";
    }
}
