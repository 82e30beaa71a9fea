package org.wvwbuilder.squads.solve;

import java.util.Optional;
import org.wvwbuilder.squads.optimise.Watch;

/** Keeps the best plan so far for those who wait, and ends a search whose run was cancelled. */
final class Onlooker implements Watch {
    private volatile Progress best;

    @Override
    public void better(Progress progress) {
        best = progress;
    }

    @Override
    public boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }

    Optional<Progress> best() {
        return Optional.ofNullable(best);
    }
}
