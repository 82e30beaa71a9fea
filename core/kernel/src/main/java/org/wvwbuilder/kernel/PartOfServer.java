package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A part of the server that owns tables, as plugins do. */
public final class PartOfServer implements TableOwner {
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
     * @param id no plugin may have it
     * @param scripts their full names: {@code META-INF/wvw/migrations/V1__jobs.sql}
     */
    public static TableOwner of(String id, Class<?> inside, String... scripts) {
        return new PartOfServer(id, inside, List.of(scripts));
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
