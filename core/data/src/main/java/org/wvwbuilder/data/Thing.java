package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wvwbuilder.plugin.Database.Engine;

/**
 * Something in the database that has a name of its own and goes by a {@code drop}: not an index, a trigger or a sequence that
 * goes with its table.
 *
 * @param quoted the name as SQL takes it
 */
record Thing(Kind kind, String name, String quoted) {

    /** In the order in which they are best dropped: what shows others first, and what others are made of last. */
    enum Kind {
        VIEW("view"),
        MATERIALIZED("materialized view"),
        /** On SQLite: with its shadow tables. */
        VIRTUAL("table"),
        TABLE("table"),
        FOREIGN("foreign table"),
        SEQUENCE("sequence"),
        ROUTINE("routine"),
        TYPE("type");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What stands behind {@code drop}. */
        String word() {
            return word;
        }

        boolean hasRows() {
            return this == TABLE || this == VIRTUAL;
        }
    }

    /** Partitions, and sequences of a column, depend on their table automatically and go with it. */
    private static final String POSTGRESQL = """
            select case c.relkind when 'v' then 'VIEW' when 'm' then 'MATERIALIZED' when 'f' then 'FOREIGN'
                    when 'S' then 'SEQUENCE' else 'TABLE' end as kind,
                c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm', 'r', 'p', 'f', 'S') and n.nspname = current_schema()
            and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                and (d.deptype = 'e' or d.refclassid = 'pg_class'::regclass and d.refobjid <> c.oid
                    and d.deptype in ('a', 'i')))
            union all
            select 'ROUTINE', p.proname, p.oid::regprocedure::text
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = current_schema()
            and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                and d.deptype = 'e')
            union all
            select 'TYPE', t.typname, format('%I.%I', n.nspname, t.typname)
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            left join pg_class c on c.oid = t.typrelid
            where n.nspname = current_schema() and (t.typtype in ('e', 'd', 'r') or c.relkind = 'c')
            and not exists (select 1 from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid
                and d.deptype = 'e')
            order by 2
            """;

    private static final String SQLITE = """
            select upper(type), name, '"' || replace(name, '"', '""') || '"' from pragma_table_list
            where schema = 'main' and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\'
            order by name
            """;

    static List<Thing> in(Connection connection, Engine engine) throws SQLException {
        var all = new ArrayList<Thing>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(engine == Engine.SQLITE ? SQLITE : POSTGRESQL)) {
            while (rows.next()) {
                all.add(new Thing(Kind.valueOf(rows.getString(1)), rows.getString(2), rows.getString(3)));
            }
        }
        return all;
    }

    /** As prefixes are compared: SQLite keeps the case in which a name was written, and knows none. */
    String plainName() {
        return name.toLowerCase(Locale.ROOT);
    }

    long rows(Connection connection) throws SQLException {
        if (!kind.hasRows()) return 0;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + quoted)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
