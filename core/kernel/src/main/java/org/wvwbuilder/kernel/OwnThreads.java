package org.wvwbuilder.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The threads of the system that a plugin started and that live: they inherit its class loader from the thread that they were
 * started on. Virtual threads are not listed anywhere, and those that drop the loader belong to nobody.
 */
final class OwnThreads {
    private OwnThreads() {}

    /** Their names, in order. */
    static List<String> of(ClassLoader loader) {
        return living(loader).stream().map(Thread::getName).sorted().toList();
    }

    static List<Thread> living(ClassLoader loader) {
        return Arrays.stream(all())
                .filter(Objects::nonNull)
                .filter(thread -> belongs(thread, loader))
                .toList();
    }

    private static boolean belongs(Thread thread, ClassLoader loader) {
        return thread.getContextClassLoader() == loader || thread.getClass().getClassLoader() == loader;
    }

    private static Thread[] all() {
        var top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) top = top.getParent();
        // Some may begin meanwhile; those that do not fit are left out without a word.
        var threads = new Thread[top.activeCount() * 2 + 16];
        top.enumerate(threads, true);
        return threads;
    }
}
