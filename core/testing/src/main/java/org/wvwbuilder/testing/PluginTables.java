package org.wvwbuilder.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.kernel.TableOwner;

/**
 * The tables of a plugin under test, without a module layer around it.
 *
 * @param id the plugin's id
 * @param inside a class of the plugin
 * @param resources the full names of its migrations: {@code META-INF/wvw/migrations/V1__accounts.sql}
 */
public record PluginTables(String id, Class<?> inside, List<String> resources) implements TableOwner {

    public static TableOwner of(String id, Class<?> inside, String... migrations) {
        return new PluginTables(id, inside, List.of(migrations));
    }

    @Override
    public Optional<InputStream> resource(String name) throws IOException {
        return Optional.ofNullable(inside.getModule().getResourceAsStream(name));
    }
}
