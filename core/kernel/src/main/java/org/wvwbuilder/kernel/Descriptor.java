package org.wvwbuilder.kernel;

import java.util.List;
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

    /** Reads the annotation; loads the configuration record, but runs none of its code. */
    static Descriptor of(Module module) throws Fault {
        var annotation = annotation(module);
        if (annotation == null) {
            throw new Fault(
                    "the module " + module.getName() + " carries no @PluginModule",
                    "Its author must add @PluginModule(id, title) to module-info.java.");
        }
        if (!ID.matcher(annotation.id()).matches() || annotation.id().length() > LONGEST_ID) {
            throw new Fault(
                    "the id '" + annotation.id() + "' is not lower-case words joined by dashes, at most 40 characters",
                    "Its author must change the id in module-info.java.");
        }
        return new Descriptor(
                annotation.id(),
                annotation.title(),
                annotation.table().isEmpty() ? annotation.id() : annotation.table(),
                annotation.config(),
                List.of(annotation.commands()),
                annotation.database());
    }

    private static PluginModule annotation(Module module) throws Fault {
        try {
            return module.getAnnotation(PluginModule.class);
        } catch (RuntimeException | Error e) {
            throw new Fault(
                    "its module declaration cannot be read: " + e,
                    "Ask its author for a build that fits Java "
                            + Runtime.version().feature() + " and this server.",
                    e);
        }
    }
}
