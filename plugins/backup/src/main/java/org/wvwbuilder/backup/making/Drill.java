package org.wvwbuilder.backup.making;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.archive.ArchiveReader;
import org.wvwbuilder.backup.archive.Manifest;
import org.wvwbuilder.backup.saying.Saying;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;

/** Restores a backup for a trial: unpacks it and holds what comes out against what its manifest promises. */
public record Drill(DatabaseCopies copies) {
    static final String SENTINEL = "sentinel";

    /**
     * What came out.
     *
     * @param database the copy, in the folder that was given
     * @param proofs one sentence for each thing that was proven
     */
    public record Passed(Path database, Contents contents, Manifest manifest, List<String> proofs) {}

    /**
     * @param folder to unpack into, which does not exist yet; its owner deletes it
     * @throws ArchiveFault when the backup cannot be trusted
     */
    public Passed run(Path archive, Path folder, Journey journey) throws IOException {
        var manifest = new ArchiveReader(archive).unpack(folder, (done, total) -> journey.at("unpack", done, total));
        var content = manifest.content();
        if (!content.engine().equals(copies.engine())) {
            throw new ArchiveFault("it is a backup of " + content.engine() + " and the database here is "
                    + copies.engine() + ": restore it on a server with that database");
        }
        var database = folder.resolve(manifest.files().getFirst().name());
        var contents = prove(database, journey);
        same("schema versions", content.schemas(), texts(contents.schemas()));
        same("rows", content.rows(), contents.rows());
        same("the mark written just before", content.facts().get(SENTINEL), contents.sentinel());
        return new Passed(database, contents, manifest, proofs(manifest, contents));
    }

    /** The same for a copy that is in no archive, of which nothing is promised. */
    public Contents prove(Path database, Journey journey) throws IOException {
        return copies.prove(database, (done, total) -> journey.at("prove", done, total));
    }

    private static List<String> proofs(Manifest manifest, Contents contents) {
        long rows = contents.rows().values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                Saying.UNPACKED.of(manifest.bytes()),
                Saying.SOUND.of(),
                Saying.SCHEMAS.of(contents.schemas().size()),
                Saying.ROWS.of(rows, contents.rows().size()),
                Saying.MARK.of());
    }

    static Map<String, String> texts(Map<String, Integer> schemas) {
        var texts = new TreeMap<String, String>();
        schemas.forEach((owner, version) -> texts.put(owner, String.valueOf(version)));
        return texts;
    }

    private static void same(String what, Object promised, Object found) {
        if (found.equals(promised)) return;
        throw new ArchiveFault(Saying.DIFFERENT.of(what, promised, found));
    }
}
