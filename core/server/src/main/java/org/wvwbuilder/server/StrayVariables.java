package org.wvwbuilder.server;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wvwbuilder.kernel.Nearest;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.kernel.Settings;

/**
 * Names variables of the environment that look like settings and are none. They are told, not refused: the environment may
 * be shared with other programs, and a variable for a plugin that is not installed today does no harm.
 */
final class StrayVariables {
    /** What the start script and the choice of the file read. */
    private static final Set<String> SCRIPT =
            Set.of("GW2_AOT", "GW2_AOT_OUTPUT", "GW2_BASE", "GW2_CACHE", "GW2_CONFIG", "GW2_JAVA_OPTIONS", "GW2_TRACE");

    private StrayVariables() {}

    /** One sentence for each. */
    static List<String> in(Collection<String> environment, Collection<SettingDescription> settings) {
        var known = new TreeSet<>(SCRIPT);
        settings.forEach(setting -> known.add(Settings.variable(setting.key())));
        return environment.stream()
                .filter(name -> name.startsWith("GW2_") && !known.contains(name))
                .sorted()
                .map(name -> "the variable " + name + " is no setting and does nothing"
                        + Nearest.to(name, known)
                                .map(word -> "; did you mean " + word + "?")
                                .orElse(""))
                .toList();
    }
}
