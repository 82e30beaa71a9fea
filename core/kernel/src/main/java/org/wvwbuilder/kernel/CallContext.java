package org.wvwbuilder.kernel;

import java.util.concurrent.Callable;

/**
 * What code finds around itself: the plugin and the request that it works for, and the loader of its classes. Taken along
 * by who has work done in another thread.
 */
public final class CallContext {
    private final String plugin = CurrentPlugin.id().orElse(null);
    private final CurrentRequest request = CurrentRequest.SCOPE.isBound() ? CurrentRequest.SCOPE.get() : null;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    private CallContext() {}

    /** Those of the caller. */
    public static CallContext here() {
        return new CallContext();
    }

    /**
     * Does the work in this thread as if it were where these were taken.
     *
     * @throws Exception whatever the work throws
     */
    public <T> T call(Callable<T> work) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return within(work);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private <T> T within(Callable<T> work) throws Exception {
        if (plugin == null && request == null) return work.call();
        if (request == null) return ScopedValue.where(CurrentPlugin.ID, plugin).call(work::call);
        var carrier = ScopedValue.where(CurrentRequest.SCOPE, request);
        return (plugin == null ? carrier : carrier.where(CurrentPlugin.ID, plugin)).call(work::call);
    }
}
