package org.wvwbuilder.squads.judgement;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Versions;

/**
 * How one kind of judgement is read and changed by requests.
 *
 * @param <R> a row as it is sent
 * @param <T> the row
 */
final class Judging<R, T> {
    private static final int MOST_AT_ONCE = 100;

    private final GuildRows<T> rows;
    private final InstantSource clock;
    private final Function<R, Optional<String>> id;
    private final Reader<R, T> reader;
    private final Function<Judged<T>, ?> answer;

    /** Makes a row of what was sent. */
    @FunctionalInterface
    interface Reader<R, T> {
        /** @param at where it stands in the body: empty, or {@code /items/3} */
        Judged<T> read(R sent, String id, String at, Findings findings);
    }

    /** @param id what was sent as the row's id, if anything */
    Judging(
            GuildRows<T> rows,
            InstantSource clock,
            Function<R, Optional<String>> id,
            Reader<R, T> reader,
            Function<Judged<T>, ?> answer) {
        this.rows = rows;
        this.clock = clock;
        this.id = id;
        this.reader = reader;
        this.answer = answer;
    }

    Response get(String key) {
        var row = rows.find(key).orElseThrow(() -> Problem.notFound(rows.name()));
        return Versions.answer(answer.apply(row), row.version());
    }

    /** All of them or none. */
    void putAll(List<R> items, Caller caller) {
        var findings = new Findings();
        findings.check(items.size() <= MOST_AT_ONCE, "/items", "at most 100 at once");
        findings.refuse();
        var ids = new HashSet<String>();
        var read = new ArrayList<Judged<T>>();
        for (int i = 0; i < items.size(); i++) {
            var at = "/items/" + i;
            var item = items.get(i);
            if (item == null) throw Problem.invalid(at, "an object");
            var key = id.apply(item).orElse("");
            findings.check(ids.add(key), at + "/id", "an id named once");
            read.add(reader.read(item, key, at, findings));
        }
        findings.refuse();
        rows.put(read, caller.user().id(), now(), before -> {});
    }

    Response put(String key, R sent, Request http, Caller caller) {
        var findings = new Findings();
        findings.check(id.apply(sent).orElse(key).equals(key), "/id", "left out, or the id of the address");
        var row = reader.read(sent, key, "", findings);
        findings.refuse();
        rows.put(
                List.of(row),
                caller.user().id(),
                now(),
                before -> Versions.unchanged(http, before.map(Judged::version).orElse(0L), rows.name()));
        return get(key);
    }

    void reset(String key, Request http) {
        rows.reset(key, row -> Versions.unchanged(http, row.version(), rows.name()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
