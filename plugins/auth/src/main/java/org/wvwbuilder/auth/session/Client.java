package org.wvwbuilder.auth.session;

/**
 * The device at the other end, as its owner recognises it in the list of sessions.
 *
 * @param agent what the browser calls itself
 * @param address where it comes from
 */
public record Client(String agent, String address) {
    public Client {
        // The text is shown to people: no line breaks, no terminal sequences, no reversed writing.
        agent = agent.replaceAll("[\\p{C}\\u2028\\u2029]", " ").strip();
    }

    /** What people call it: {@code Firefox, Windows}; empty when that is not known. */
    public String device() {
        return DeviceName.of(agent);
    }
}
