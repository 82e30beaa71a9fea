package org.wvwbuilder.server;

import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database;

/** For commands of plugins that say that they need none: they run while the database is out of reach. */
final class NoDatabase implements Databases {

    @Override
    public void migrate(TableOwner owner) {}

    @Override
    public Database of(PluginHandle plugin) {
        return database();
    }

    @Override
    public Database database() {
        return (Database) java.lang.reflect.Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (self, method, arguments) -> {
                    throw new IllegalStateException(
                            "this plugin declares database = false: its author must remove that to use the database");
                });
    }
}
