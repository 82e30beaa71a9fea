package org.wvwbuilder.auth.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Entry;
import org.wvwbuilder.auth.audit.Filter;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.PersonalData;

/** Collects what is kept about somebody, of this plugin and of the others. */
record Exporter(
        Database database,
        Roster roster,
        Sessions sessions,
        Audit audit,
        Throttle throttle,
        Supplier<List<PersonalData>> others,
        InstantSource clock) {
    private static final int LINES = 1_000;

    /** @throws org.wvwbuilder.plugin.Problem 429 when that was asked for too often */
    Export export(Identity me, Actor actor) {
        throttle.spend(throttle.budget(Limit.EXPORT, me.id()));
        var user = roster.get(me.id());
        var data = new LinkedHashMap<String, Stream<Map<String, Object>>>();
        // Asked only once its turn has come, and closed when it is through.
        for (var other : others.get()) data.put(other.name(), Stream.of(other).flatMap(each -> each.of(me.id())));
        database.write(connection -> {
            audit.note(connection, actor, Action.EXPORT, Subject.of(user), "");
            return user;
        });
        return new Export(
                Instant.ofEpochMilli(clock.millis()),
                UserView.of(user),
                sessions.of(me.id()).stream()
                        .map(session -> SessionsResource.SessionView.of(session, me.session()))
                        .toList(),
                lines(me.id()),
                data);
    }

    private List<Entry> lines(String id) {
        var none = Optional.<Instant>empty();
        var mine = Optional.of(id);
        var lines = new ArrayList<>(
                audit.page(new Filter(Optional.empty(), mine, Optional.empty(), none, none), Cursor.START, LINES)
                        .items());
        audit
                .page(new Filter(Optional.empty(), Optional.empty(), mine, none, none), Cursor.START, LINES)
                .items()
                .stream()
                .filter(line -> !line.actor().equals(id))
                .map(Exporter::withoutTheActor)
                .forEach(lines::add);
        return lines;
    }

    /** Where an administrator sat is the administrator's own data. A stranger who tried a password is nobody. */
    private static Entry withoutTheActor(Entry line) {
        if (line.actor().isEmpty()) return line;
        return new Entry(
                line.id(),
                line.at(),
                line.action(),
                line.outcome(),
                "",
                "",
                line.subject(),
                line.subjectName(),
                "",
                "",
                line.detail());
    }
}
