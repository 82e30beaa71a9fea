package org.wvwbuilder.http;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Roles;

/** What a panel names has to be there: else its page would lack its icon, or be hidden from everybody. */
final class PanelRules {
    /** In the order in which the console draws them; a test compares with its icons.js. */
    static final List<String> ICONS = List.of("""
            home builds book shield squads puzzle clock pulse menu close sun moon contrast globe copy check
            trash edit plus link search warning info lock users land water sword paw list sliders legend
            leave eye down back play undo redo retry offline""".split("\\s+"));

    private static final List<String> ROLES = List.of(Roles.MEMBER, Roles.COMMANDER, Roles.ADMIN);

    private PanelRules() {}

    static void check(String plugin, Panel panel) throws Fault {
        if (!ICONS.contains(panel.icon())) {
            throw new Fault(
                    of(plugin, panel) + " names the icon '" + panel.icon() + "', which the console does not have",
                    "name one of its icons: " + String.join(", ", new TreeSet<>(ICONS)));
        }
        for (var role : new TreeSet<>(panel.roles())) {
            if (!ROLES.contains(role))
                throw new Fault(of(plugin, panel) + " is for the role '" + role + "', which nobody has", remedy(role));
        }
    }

    private static String of(String plugin, Panel panel) {
        return "plugin '" + plugin + "': the panel '" + panel.id() + "'";
    }

    private static String remedy(String role) {
        var meant = role.toLowerCase(Locale.ROOT);
        var known = "the roles are " + String.join(", ", ROLES) + "; take them from Roles";
        return ROLES.contains(meant) ? "write '" + meant + "': " + known : known;
    }
}
