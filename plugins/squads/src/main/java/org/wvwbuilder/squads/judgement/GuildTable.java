package org.wvwbuilder.squads.judgement;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The guild's own rows of one kind, over one connection: few rows, always read together or by the primary key. */
interface GuildTable<T> {

    List<Judged<T>> all() throws SQLException;

    Optional<Judged<T>> find(String id) throws SQLException;

    /** Adds it, or puts it in the place of the one with its id. */
    void put(Judged<T> row, String by, Instant at) throws SQLException;

    boolean delete(String id) throws SQLException;
}
