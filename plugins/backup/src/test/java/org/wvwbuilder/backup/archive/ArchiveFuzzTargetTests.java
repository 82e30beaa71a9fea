package org.wvwbuilder.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wvwbuilder.testing.Corpus;

/** What {@link ArchiveFuzzTarget} asks holds for the kept inputs. */
class ArchiveFuzzTargetTests {

    @ParameterizedTest
    @MethodSource("corpus")
    void holds(byte[] input) {
        ArchiveFuzzTarget.fuzzerTestOneInput(input);
    }

    @Test
    void someAreTakenAndSomeAreNot() {
        assertThat(corpus().map(each -> ArchiveFuzzTarget.takes(Corpus.bytes(each))))
                .contains(true, false);
    }

    static Stream<Arguments> corpus() {
        return Corpus.of(ArchiveFuzzTarget.class);
    }
}
