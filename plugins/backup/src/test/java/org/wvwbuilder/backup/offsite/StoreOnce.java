package org.wvwbuilder.backup.offsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.archive.Progress;

/** Stores one file and ends: a process that can be killed meanwhile. */
final class StoreOnce {
    private StoreOnce() {}

    /** @param arguments port, file of the secret, file of the keys, the file, its name */
    public static void main(String[] arguments) throws Exception {
        var settings = new OffsiteSettings(
                URI.create("http://127.0.0.1:" + arguments[0]),
                "eu-central-1",
                Storage.BUCKET,
                "gw2/nightly/",
                Storage.ID,
                Optional.of(Path.of(arguments[1])),
                Optional.of(Path.of(arguments[2])),
                OffsiteSettings.Verify.CONTENT,
                true);
        var places = new OffsitePlaces(Path.of("."), InstantSource.system(), Map.of());
        try (var place = places.open(Map.of("far", settings), made -> {}).getFirst()) {
            place.store(Path.of(arguments[3]), arguments[4], Progress.NONE);
        }
    }
}
