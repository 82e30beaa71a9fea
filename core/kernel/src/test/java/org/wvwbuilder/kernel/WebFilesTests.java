package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A browser keeps a plugin's files for a year below one fingerprint: it must change with whatever it stands for. */
class WebFilesTests {
    private static final String UI = WebFiles.FOLDER;

    @Test
    void theFingerprintChangesWithContentNameAndNumberOfTheFiles() {
        var before = of(Map.of(UI + "a.js", "one", UI + "b.js", "two"));
        assertThat(before).matches("[0-9a-f]{16}");
        assertThat(of(Map.of(UI + "b.js", "two", UI + "a.js", "one"))).isEqualTo(before);
        assertThat(of(Map.of(UI + "a.js", "one", UI + "b.js", "tw0"))).isNotEqualTo(before);
        assertThat(of(Map.of(UI + "a.js", "one", UI + "c.js", "two"))).isNotEqualTo(before);
        assertThat(of(Map.of(UI + "a.js", "one"))).isNotEqualTo(before);
        assertThat(of(Map.of(UI + "a.js", "onet", UI + "b.js", "wo"))).isNotEqualTo(before);
    }

    @Test
    void whatNoBrowserGetsDoesNotCount() {
        var before = of(Map.of(UI + "a.js", "one"));
        assertThat(of(Map.of(UI + "a.js", "one", "META-INF/wvw/migrations/V1__a.sql", "select 1")))
                .isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadLeavesTheAddressWithoutAFingerprint() {
        var broken = new Files("herald", Map.of(UI + "a.js", "one")) {
            @Override
            public Optional<InputStream> resource(String name) throws IOException {
                throw new IOException("the jar is gone");
            }
        };
        assertThat(WebFiles.fingerprint(broken)).isEmpty();
    }

    private static String of(Map<String, String> files) {
        return WebFiles.fingerprint(new Files("herald", files));
    }

    private static class Files implements TableOwner {
        private final String id;
        private final Map<String, String> files;

        Files(String id, Map<String, String> files) {
            this.id = id;
            this.files = new TreeMap<>(files);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<String> resources() {
            return List.copyOf(files.keySet());
        }

        @Override
        public Optional<InputStream> resource(String name) throws IOException {
            return Optional.ofNullable(files.get(name))
                    .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
