package org.wvwbuilder.webhooks.deliver;

import java.util.concurrent.atomic.LongAdder;

/** What happened since the server started, for its metrics. */
public final class Tally {
    public final LongAdder delivered = new LongAdder();
    public final LongAdder failed = new LongAdder();
    public final LongAdder givenUp = new LongAdder();
    public final LongAdder dropped = new LongAdder();
}
