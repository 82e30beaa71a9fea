package org.wvwbuilder.auth.session;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A map that keeps what was used lately, and never more than twice its size. When the young half is full it becomes the
 * old half, and what nobody asked for meanwhile is gone.
 */
public final class Generations<K, V> {
    private record Halves<K, V>(ConcurrentHashMap<K, V> young, ConcurrentHashMap<K, V> old) {}

    private final int size;
    private volatile Halves<K, V> halves = new Halves<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    public Generations(int size) {
        this.size = size;
    }

    public Optional<V> find(K key) {
        var now = halves;
        var value = now.young().get(key);
        if (value != null) return Optional.of(value);
        value = now.old().get(key);
        return value == null ? Optional.empty() : Optional.of(keep(key, value));
    }

    public V get(K key, Function<K, V> make) {
        var found = find(key);
        return found.isPresent() ? found.get() : keep(key, make.apply(key));
    }

    /** @return the value that is kept: an earlier one wins */
    public V keep(K key, V value) {
        if (halves.young().size() >= size) turn();
        var earlier = halves.young().putIfAbsent(key, value);
        return earlier == null ? value : earlier;
    }

    private synchronized void turn() {
        if (halves.young().size() >= size) halves = new Halves<>(new ConcurrentHashMap<>(), halves.young());
    }
}
