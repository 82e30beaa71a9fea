package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database;

/** An owner's migration scripts for one engine, in order; the way in which Flyway finds them. */
record Scripts(List<Script> all) implements ResourceProvider {
    private static final String FOLDER = "META-INF/wvw/migrations/";
    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]{0,6})__[A-Za-z0-9_.-]+\\.sql");

    /** Reads those of the folder and those of the engine's folder below it. */
    static Scripts of(TableOwner owner, Database.Engine engine) throws Fault {
        var byVersion = new TreeMap<Integer, Script>();
        try {
            for (var name : owner.resources()) {
                if (!name.startsWith(FOLDER)) continue;
                String file = name.substring(FOLDER.length());
                int slash = file.indexOf('/');
                if (slash >= 0 && !known(file.substring(0, slash))) throw refused(owner, name);
                if (slash >= 0 && !file.substring(0, slash).equals(folder(engine))) continue;
                var script = read(owner, name, file.substring(slash + 1));
                if (byVersion.put(script.version(), script) != null) {
                    throw new Fault(
                            "plugin " + owner.id() + " brings version " + script.version() + " of its tables twice",
                            "its author gives every script a number of its own");
                }
            }
        } catch (IOException error) {
            throw new Fault(
                    "the scripts of plugin " + owner.id() + " cannot be read: " + error.getMessage(),
                    "install the plugin again",
                    error);
        }
        return new Scripts(List.copyOf(byVersion.values()));
    }

    /** The newest version, or 0. */
    int newest() {
        return all.isEmpty() ? 0 : all.getLast().version();
    }

    private static Script read(TableOwner owner, String name, String file) throws IOException, Fault {
        var parts = NAME.matcher(file);
        if (!parts.matches()) throw refused(owner, name);
        try (var in = owner.resource(name).orElseThrow(() -> new IOException(name + " is gone"))) {
            var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(file, Integer.parseInt(parts.group(1)), sql);
        }
    }

    private static String folder(Database.Engine engine) {
        return switch (engine) {
            case SQLITE -> "sqlite";
            case POSTGRESQL -> "postgresql";
        };
    }

    private static boolean known(String folder) {
        return Arrays.stream(Database.Engine.values()).anyMatch(engine -> folder.equals(folder(engine)));
    }

    /** Settings files, repeatable scripts, callbacks: all of them could leave a migration half done. */
    private static Fault refused(TableOwner owner, String name) {
        return new Fault(
                "plugin " + owner.id() + " brings " + name + ", which is no migration",
                "its author names scripts " + FOLDER + "V1__what.sql, or puts them into sqlite/ and postgresql/ there");
    }

    @Override
    public LoadableResource getResource(String name) {
        return all.stream()
                .filter(script -> script.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return all.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
