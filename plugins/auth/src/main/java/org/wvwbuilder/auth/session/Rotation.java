package org.wvwbuilder.auth.session;

/** What became of a refresh token that somebody presented. */
public sealed interface Rotation {

    /** It was good, and is used up: here is the next one. */
    record Rotated(Grant grant) implements Rotation {}

    /** It had been used before: two hold it, one of them a thief. The session was ended for both. */
    record Reused(String sessionId) implements Rotation {}

    /** It is unknown, expired, or its session has ended. */
    record Refused() implements Rotation {}
}
