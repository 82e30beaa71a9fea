package org.wvwbuilder.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Tests {

    // Far ahead, because ids of this process never go back behind one that a test of the real time made.
    private final Instant future = Instant.parse("2101-02-03T04:05:06.789Z");

    @Test
    void isAUuidOfVersionSeven() {
        var id = UUID.fromString(Uuid7.next(InstantSource.system()));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsTheMillisecondOfItsMaking() {
        var id = UUID.fromString(Uuid7.next(InstantSource.fixed(future)));

        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(future.toEpochMilli(), future.toEpochMilli() + 100_000);
    }

    @Test
    void growsWithinAMillisecondAndWhenTheClockStepsBack() {
        var ids = new ArrayList<String>();
        var later = InstantSource.fixed(future.plusSeconds(3600));
        for (int i = 0; i < 20_000; i++) ids.add(Uuid7.next(later));
        for (int i = 0; i < 1_000; i++) ids.add(Uuid7.next(InstantSource.fixed(future)));

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void neverRepeatsAcrossThreads() throws Exception {
        Callable<List<String>> make = () -> Stream.generate(() -> Uuid7.next(InstantSource.system()))
                .limit(5_000)
                .toList();
        var all = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ids :
                    threads.invokeAll(Stream.generate(() -> make).limit(8).toList())) {
                assertThat(ids.get()).isSorted();
                all.addAll(ids.get());
            }
        }
        assertThat(all).hasSize(40_000);
    }
}
