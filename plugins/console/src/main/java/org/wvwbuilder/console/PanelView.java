package org.wvwbuilder.console;

import java.util.Locale;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Platform.PanelStatus;
import org.wvwbuilder.plugin.Text;

/**
 * A panel, as the browser needs it.
 *
 * @param plugin the id of the plugin that brings it
 * @param slot page, administration or home
 * @param script the address of an ES module whose default export is a custom element
 * @param icon the name of one of the console's icons
 */
@Doc("A part of the web console that a plugin brings.")
public record PanelView(
        @Doc("Unique in its plugin; a page stands at /<id>.")
        String id,

        @Doc("The id of the plugin that brings it.") String plugin,
        Text title,
        @Doc("page, administration or home.") String slot,

        @Doc("The address of an ES module whose default export is a custom element.")
        String script,

        @Doc("The name of one of the console's icons.") String icon,
        int order) {

    static PanelView of(PanelStatus status) {
        var panel = status.panel();
        return new PanelView(
                panel.id(),
                status.plugin(),
                panel.title(),
                panel.slot().name().toLowerCase(Locale.ROOT),
                status.script(),
                panel.icon(),
                panel.order());
    }
}
