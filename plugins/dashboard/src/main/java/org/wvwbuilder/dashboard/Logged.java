package org.wvwbuilder.dashboard;

import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param actor the account that did it; empty for the server itself
 * @param subject the id of the thing
 * @param audience who may see it: {@code public}, {@code team:ID}, {@code own:ACCOUNT} or {@code admin}
 */
record Logged(
        String id,
        Instant at,
        String type,
        String actor,
        String subject,
        String title,
        String description,
        String audience) {
    static final String PUBLIC = "public";
    static final String ADMIN = "admin";
    /** A quarter of an hour, in milliseconds. */
    private static final long QUARTER = 900_000;

    static String team(String id) {
        return "team:" + id;
    }

    static String own(String account) {
        return "own:" + account;
    }

    /** Under what all that an account did is counted. */
    static String by(String account) {
        return "by:" + account;
    }

    static long quarter(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), QUARTER);
    }

    static Instant begin(long quarter) {
        return Instant.ofEpochMilli(quarter * QUARTER);
    }
}
