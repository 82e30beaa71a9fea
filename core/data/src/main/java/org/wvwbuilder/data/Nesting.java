package org.wvwbuilder.data;

import java.lang.ScopedValue.CallableOp;

/** Refuses a transaction within a transaction of the same thread, which could wait for itself. */
final class Nesting {
    private final ScopedValue<Boolean> inside = ScopedValue.newInstance();

    <T, X extends Throwable> T once(CallableOp<T, X> transaction) throws X {
        if (inside.isBound()) {
            throw new IllegalStateException(
                    "read or write was called within another read or write; do both in one, or one after the other");
        }
        return ScopedValue.where(inside, true).call(transaction);
    }
}
