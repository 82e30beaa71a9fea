/**
 * Keeps the one database: SQLite in a file of ours, or somebody's PostgreSQL. Lends connections to plugins, one
 * transaction at a time, and brings their tables up to date before they open.
 */
module org.wvwbuilder.data {
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires flyway.database.postgresql;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires transitive org.wvwbuilder.kernel;

    exports org.wvwbuilder.data;

    opens org.wvwbuilder.data to
            org.wvwbuilder.kernel;
}
