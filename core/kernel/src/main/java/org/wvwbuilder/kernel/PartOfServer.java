package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of the server that owns tables, as plugins do. */
public final class PartOfServer implements TableOwner {
    private static final Set<String> IDS = Set.of("data", "jobs");

    private final String id;
    private final Class<?> inside;
    private final List<String> resources;

    private PartOfServer(String id, Class<?> inside, List<String> resources) {
        this.id = id;
        this.inside = inside;
        this.resources = resources;
    }

    /**
     * An owner whose scripts lie in the module of a class.
     *
     * @param id one of those that no plugin may have
     * @param scripts their full names: {@code META-INF/wvw/migrations/V1__jobs.sql}
     */
    public static TableOwner of(String id, Class<?> inside, String... scripts) {
        if (!owns(id)) throw new IllegalArgumentException(id + " is not reserved for the server; add it to the list");
        return new PartOfServer(id, inside, List.of(scripts));
    }

    static Set<String> ids() {
        return IDS;
    }

    /** Whether the id, and with it the prefix of tables, is the server's own. */
    public static boolean owns(String id) {
        return IDS.contains(id);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> resources() {
        return resources;
    }

    @Override
    public Optional<InputStream> resource(String name) throws IOException {
        return Optional.ofNullable(inside.getModule().getResourceAsStream(name));
    }
}
