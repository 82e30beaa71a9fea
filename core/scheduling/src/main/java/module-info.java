/**
 * Runs the jobs of plugins: on their schedules with Quartz as the clockwork, once after a start when a firing was missed,
 * and by hand. Every run leaves a row in the database, which is also what keeps two nodes from doing the same work.
 */
module org.wvwbuilder.scheduling {
    requires java.sql;
    requires org.quartz;
    // Quartz is an automatic module and cannot say so itself.
    requires org.slf4j;
    requires transitive org.wvwbuilder.kernel;

    exports org.wvwbuilder.scheduling;
}
