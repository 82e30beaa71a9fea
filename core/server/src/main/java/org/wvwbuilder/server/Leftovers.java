package org.wvwbuilder.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Backstage.LeftTable;
import org.wvwbuilder.cli.Backstage.Remains;
import org.wvwbuilder.cli.Backstage.Remnant;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.Leavings;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.PluginRemains;
import org.wvwbuilder.scheduling.JobRemains;

/** What plugins left that are gone: tables, the record of their jobs, files. */
record Leftovers(
        World world,
        Configuration configuration,
        PluginRemains plugins,
        DataHost data,
        Leavings tables,
        JobRemains jobs)
        implements Remains {

    static Leftovers of(World world, Configuration configuration, PluginRemains plugins, DataHost data) throws Fault {
        return new Leftovers(world, configuration, plugins, data, data.leavings(plugins), JobRemains.of(data));
    }

    @Override
    public List<Remnant> all() throws Fault, IOException {
        var ids = new TreeSet<String>();
        ids.addAll(tables.all().keySet());
        ids.addAll(jobs.runs().keySet());
        ids.addAll(plugins.withFolder());
        ids.removeAll(plugins.taken());
        var all = new ArrayList<Remnant>();
        for (var id : ids) all.add(look(id));
        return all;
    }

    @Override
    public Remnant of(String id) throws Fault, IOException {
        plugins.requireGone(id);
        return look(id);
    }

    private Remnant look(String id) throws Fault, IOException {
        var runs = Optional.ofNullable(jobs.runs().get(id));
        return new Remnant(id, tables(tables.of(id)), runs, files(id));
    }

    private List<String> files(String id) throws IOException {
        var files = new ArrayList<String>();
        plugins.folder(id).map(Path::toString).ifPresent(files::add);
        for (var copy : Leavings.copies(configuration.data(), id)) files.add(copy.toString());
        return files;
    }

    @Override
    public Path keep() throws Fault, IOException {
        var kernel = Stage.found(world, configuration);
        return Assembly.copies(configuration, kernel, new CommandRestore(configuration))
                .keep("plugins purge");
    }

    /** The tables first, which may be refused. */
    @Override
    public void purge(String id) throws Fault, IOException {
        data.purge(id, plugins);
        jobs.forget(id);
        for (var copy : Leavings.copies(configuration.data(), id)) Files.delete(copy);
        plugins.forget(id);
    }

    /** A doctor's look, which changes nothing. */
    static List<Remnant> seen(Configuration configuration, PluginRemains plugins, boolean inUse) throws Fault {
        return Leavings.in(configuration.data(), configuration.database(), plugins, inUse).entrySet().stream()
                .map(left -> new Remnant(left.getKey(), tables(left.getValue()), Optional.empty(), List.of()))
                .toList();
    }

    private static List<LeftTable> tables(List<Leavings.Left> left) {
        return left.stream()
                .map(one -> new LeftTable(one.kind(), one.name(), one.rows()))
                .toList();
    }

    static PluginRemains plugins(World world, Configuration configuration, Optional<String> leaving) throws Fault {
        var kernel = Stage.found(world, configuration);
        return kernel.shelf().remains(leaving);
    }
}
