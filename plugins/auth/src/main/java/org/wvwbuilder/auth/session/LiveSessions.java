package org.wvwbuilder.auth.session;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Who is signed in, from memory. What this process changes is seen at once, what others change (another node, a command
 * beside the server) within two seconds.
 */
public final class LiveSessions {
    private static final int MOST = 20_000;
    private final Function<String, Optional<LiveSession>> read;
    private final InstantSource clock;
    private final AtomicLong era = new AtomicLong();
    private final Generations<String, Fresh<Optional<LiveSession>>> known = new Generations<>(MOST);

    LiveSessions(Function<String, Optional<LiveSession>> read, InstantSource clock) {
        this.read = read;
        this.clock = clock;
    }

    /** The account of a session, unless the session ended or the account was disabled or removed. */
    public Optional<LiveSession> find(String sessionId) {
        return known.get(sessionId, id -> new Fresh<>(() -> read.apply(id), clock, era))
                .get();
    }

    /** Grows when accounts change, for whoever else keeps something about them in memory. */
    public AtomicLong era() {
        return era;
    }

    void forget(String sessionId) {
        known.find(sessionId).ifPresent(Fresh::forget);
    }

    void forgetAll() {
        era.incrementAndGet();
    }
}
