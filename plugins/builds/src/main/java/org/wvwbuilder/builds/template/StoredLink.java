package org.wvwbuilder.builds.template;

import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;

/** Links from our own database, which were read before they were stored. */
public final class StoredLink {

    private StoredLink() {}

    /** @throws IllegalStateException when the database holds what no version of this program has written */
    public static BuildTemplate read(String link) {
        try {
            return ChatLink.decode(link);
        } catch (ChatLinkFault fault) {
            throw new IllegalStateException("a stored link cannot be read: " + fault.getMessage(), fault);
        }
    }
}
