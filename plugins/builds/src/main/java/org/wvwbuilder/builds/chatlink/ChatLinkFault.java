package org.wvwbuilder.builds.chatlink;

/** Says why a text is no build template link; the message ends with what to do. */
public final class ChatLinkFault extends Exception {
    private static final long serialVersionUID = 1;

    ChatLinkFault(String message) {
        super(message, null, false, false);
    }
}
