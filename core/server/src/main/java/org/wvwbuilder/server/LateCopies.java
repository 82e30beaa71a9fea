package org.wvwbuilder.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.DatabaseCopies;

/** Looks at all plugins, whose tables a copy must know, only once a command asks for copies at all. */
final class LateCopies implements DatabaseCopies {
    private final Making making;
    private DatabaseCopies made;

    LateCopies(Making making) {
        this.making = making;
    }

    /** How they are made. */
    @FunctionalInterface
    interface Making {
        DatabaseCopies make() throws Fault, IOException;
    }

    private synchronized DatabaseCopies copies() {
        try {
            if (made == null) made = making.make();
            return made;
        } catch (Fault fault) {
            // The one who called the command sees the fault: Stage takes it out again.
            throw new IllegalStateException(fault);
        } catch (IOException e) {
            throw new UncheckedIOException("the folders of plugins cannot be read: check their permissions", e);
        }
    }

    @Override
    public String engine() {
        return copies().engine();
    }

    @Override
    public String version() {
        return copies().version();
    }

    @Override
    public boolean served() {
        return copies().served();
    }

    @Override
    public Contents copy(Path file, Progress progress) throws IOException {
        return copies().copy(file, progress);
    }

    @Override
    public Contents prove(Path file, Progress progress) throws IOException {
        return copies().prove(file, progress);
    }

    @Override
    public Optional<String> obstacle(Contents contents) {
        return copies().obstacle(contents);
    }

    @Override
    public Restored restore(Path file, Contents contents, String name) throws IOException {
        return copies().restore(file, contents, name);
    }

    @Override
    public Optional<Restored> lastRestore() {
        return copies().lastRestore();
    }

    @Override
    public Optional<Instant> restoredAt() {
        return copies().restoredAt();
    }
}
