package org.wvwbuilder.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.thread.ExecutionStrategy;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * A virtual thread for each piece of Jetty's work.
 *
 * <p>Before it serves a request, a thread that looks for requests asks for another one to go on looking. It is done with a short
 * one before that other one has begun, looks for the next itself, and asks again: thousands wait then for a processor, only to
 * find that there is nothing to do. They delay whoever is served by a thread that was there before, and as they live for
 * longer than an ordinary request they fill the old generation. So there is one of them at most.
 */
final class Threads extends VirtualThreadPool {
    private static final int NO_LIMIT = 0;

    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    Threads() {
        // What is open is bounded by the connections; a lower limit would let slow clients keep all others out.
        super(NO_LIMIT);
    }

    @Override
    public void execute(Runnable task) {
        super.execute(Wire.inTurn(task));
    }

    @Override
    public boolean tryExecute(Runnable task) {
        if (!(task instanceof ExecutionStrategy)) return super.tryExecute(Wire.inTurn(task));
        if (!waiting.add(task)) return true;
        boolean begun = super.tryExecute(() -> {
            // Before it looks: whoever asks from here on is not sure to be heard by this one.
            waiting.remove(task);
            task.run();
        });
        if (!begun) waiting.remove(task);
        return begun;
    }
}
