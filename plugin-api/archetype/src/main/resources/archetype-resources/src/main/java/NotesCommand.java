package ${package};

import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;

/** {@code gw2 ${artifactId} list}, beside a running server or without one. */
final class NotesCommand {
    private NotesCommand() {}

    static Contribution.Command of(Notes notes) {
        var list = new Subcommand("list", "Shows the newest notes", List.of(), List.of(), call -> {
            var all = notes.newest();
            var lines = all.stream().map(note -> note.at() + "  " + note.text()).collect(Collectors.joining("\n"));
            return new Subcommand.Answer(all, all.isEmpty() ? "No notes yet." : lines);
        });
        return new Contribution.Command("${artifactId}", "The notes of the guild", List.of(list));
    }
}
