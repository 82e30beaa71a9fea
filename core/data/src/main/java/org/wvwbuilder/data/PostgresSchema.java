package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;

/** What lies in the schema in which the server keeps its tables: everything a restore replaces, and nothing beside it. */
record PostgresSchema(String name) {
    /** How long the programs of others may stand in the way of dropping a table. */
    private static final int PATIENCE_SECONDS = 30;

    static PostgresSchema of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_schema()")) {
            row.next();
            var name = row.getString(1);
            if (name != null) return new PostgresSchema(name);
            throw new SQLException(
                    "the schema of database.url is not there: as an administrator of PostgreSQL, CREATE SCHEMA");
        }
    }

    /**
     * SQL that empties the schema. Whatever stands in it says so by a dependency on it: tables, sequences, routines, types
     * and the rest alike. What an extension brought is left, for a dump brings the extension only. The order keeps sequences
     * until the columns that need them are gone; what went with another by then is not missed.
     */
    String clearing() {
        return """
                set local lock_timeout = '%1$ds';
                set local client_min_messages = warning;
                set local search_path = '';
                do $clearing$
                declare line text;
                begin
                    foreach line in array coalesce((
                        select array_agg(
                            format('drop %%s if exists %%s cascade', what.type, what.identity)
                            order by what.type = 'sequence', what.type <> 'table', what.type = 'type')
                        from (
                            select distinct classid, objid from pg_catalog.pg_depend
                            where refclassid = 'pg_catalog.pg_namespace'::regclass and deptype = 'n'
                            and refobjid = (select oid from pg_catalog.pg_namespace where nspname = %2$s)
                        ) inside,
                        pg_catalog.pg_identify_object(inside.classid, inside.objid, 0) what
                        where what.type in ('table', 'view', 'materialized view', 'foreign table', 'sequence',
                            'function', 'procedure', 'aggregate', 'type', 'collation', 'conversion', 'operator',
                            'operator class', 'operator family', 'text search configuration',
                            'text search dictionary')
                        and not exists (
                            select 1 from pg_catalog.pg_depend brought
                            where brought.classid = inside.classid and brought.objid = inside.objid
                            and brought.deptype = 'e')
                    ), '{}'::text[]) loop
                        execute line;
                    end loop;
                end
                $clearing$;
                """.formatted(PATIENCE_SECONDS, "'" + name.replace("'", "''") + "'");
    }
}
