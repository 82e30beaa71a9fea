package org.wvwbuilder.data;

import com.zaxxer.hikari.HikariDataSource;

/**
 * What the connections of a database are doing at a moment.
 *
 * @param reading connections that read now
 * @param readersWaiting who waits for one of these
 * @param writing connections that write now
 * @param writersWaiting who waits for one of those
 */
public record Traffic(int reading, int readersWaiting, int writing, int writersWaiting) {

    static int active(HikariDataSource pool) {
        var bean = pool.getHikariPoolMXBean();
        return bean == null ? 0 : bean.getActiveConnections();
    }

    static int waiting(HikariDataSource pool) {
        var bean = pool.getHikariPoolMXBean();
        return bean == null ? 0 : bean.getThreadsAwaitingConnection();
    }
}
