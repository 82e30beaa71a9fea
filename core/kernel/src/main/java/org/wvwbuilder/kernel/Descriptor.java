package org.wvwbuilder.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wvwbuilder.plugin.PluginModule;

/** What a plugin's module declaration says. */
record Descriptor(
        String id,
        String title,
        String table,
        Class<? extends Record> config,
        List<String> commands,
        boolean database) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 40;

    /** Whether a plugin may have this id. */
    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && ID.matcher(text).matches();
    }

    /** Reads the annotation; loads the configuration record, but runs none of its code. */
    static Descriptor of(Module module) throws Fault {
        var note = note(module);
        if (note == null) {
            throw new Fault(
                    "the module " + module.getName() + " carries no @PluginModule",
                    "Its author must add @PluginModule(id, title) to module-info.java.");
        }
        if (!isId(note.id())) {
            throw new Fault(
                    "the id '" + note.id() + "' is not lower-case words joined by dashes, at most 40 characters",
                    "Its author must change the id in module-info.java.");
        }
        return note;
    }

    private static Descriptor note(Module module) throws Fault {
        try {
            var found = ModuleNote.of(module);
            return found.isEmpty() ? null : of(module, found.get());
        } catch (IOException | ReflectiveOperationException | RuntimeException | Error e) {
            throw new Fault(
                    "its module declaration cannot be read: " + e,
                    "Ask its author for a build that fits Java "
                            + Runtime.version().feature() + " and this server.",
                    e);
        }
    }

    /** What is not written out is as {@link PluginModule} has it. */
    private static Descriptor of(Module module, Map<String, Object> written) throws ReflectiveOperationException {
        var id = (String) written.get("id");
        var table = (String) written.getOrDefault("table", "");
        var commands = new ArrayList<String>();
        if (written.get("commands") instanceof List<?> names) {
            for (var name : names) commands.add((String) name);
        }
        return new Descriptor(
                id,
                (String) written.get("title"),
                table.isEmpty() ? id : table,
                config(module, (String) written.get("config")),
                List.copyOf(commands),
                !Boolean.FALSE.equals(written.get("database")));
    }

    private static Class<? extends Record> config(Module module, String descriptor) throws ClassNotFoundException {
        if (descriptor == null) return PluginModule.NoConfig.class;
        var name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        return Class.forName(name, false, module.getClassLoader()).asSubclass(Record.class);
    }
}
