package org.wvwbuilder.loadtest.plan;

import java.time.Duration;

/** What no option and no file can exceed: a load test always ends by itself. */
public final class Limits {
    public static final int ENDPOINTS = 32;
    /** Requests of one run that count, all rounds together. */
    public static final int REQUESTS = 1_000_000;
    /** Requests under way at once. */
    public static final int AT_ONCE = 256;
    /** Requests a second of the open model. */
    public static final int RATE = 20_000;

    public static final int ROUNDS = 20;
    /** The whole run, warm-up and rounds. */
    public static final Duration RUN = Duration.ofMinutes(10);

    public static final Duration WARMUP = Duration.ofMinutes(1);
    /** Requests of an endpoint's warm-up in the closed model. */
    public static final int WARMUP_REQUESTS = 2_000;

    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    public static final int BODY_BYTES = 64 << 10;
    public static final int ANSWER_BYTES = 64 << 20;
    public static final int FILE_BYTES = 8 << 20;

    private Limits() {}
}
