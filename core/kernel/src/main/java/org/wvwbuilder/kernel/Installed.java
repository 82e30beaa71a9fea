package org.wvwbuilder.kernel;

import java.util.List;
import java.util.SortedSet;

/** Which plugins are there, as whoever deletes what others left has to know. */
public interface Installed {

    /** Every id that is not free: of what is installed, as far as it can be told, of ours, and of the server's parts. */
    SortedSet<String> taken();

    /** @throws Fault when it is there, or might be */
    void requireGone(String id) throws Fault;

    /**
     * Those that are installed and whose tables may be called like those of a plugin: {@code kill} may have a table
     * {@code kill_feed_list}.
     *
     * @throws Fault when the scripts of one cannot be read
     */
    List<TableOwner> namesakes(String id) throws Fault;
}
