package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.testing.TestDatabase;

/** Somebody who has more than fits into the memory takes it along all the same. */
class ExportTests {
    private static final int ROWS = 5_000;
    private static final String TEXT = "x".repeat(1_000);
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void whatIsExportedLeavesBeforeItsLastRowIsRead() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            house.installation().context.others().add(new Notes());
            var uri = URI.create(house.client().origin() + "/api/v1/users/me/export");
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + house.admin().field("access_token"))
                    .build();
            try (var http = HttpClient.newHttpClient();
                    var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
                var notes = new ObjectMapper().readTree(afterItsBeginning(body)).at("/data/notes");
                assertThat(notes).hasSize(ROWS + 1);
            }
        }
    }

    private InputStream afterItsBeginning(InputStream body) throws Exception {
        var beginning = new ByteArrayInputStream(body.readNBytes(100));
        begun.countDown();
        return new SequenceInputStream(beginning, body);
    }

    /** Joins streams as plugins do, and gives its last row only when the first has arrived. */
    private final class Notes implements PersonalData {
        @Override
        public String name() {
            return "notes";
        }

        @Override
        public Stream<Map<String, Object>> of(String accountId) {
            return Stream.of(Stream.of(-1), IntStream.range(0, ROWS).boxed())
                    .flatMap(each -> each)
                    .map(this::row);
        }

        private Map<String, Object> row(int number) {
            if (number == ROWS - 1) await();
            return Map.of("number", number, "text", TEXT);
        }

        private void await() {
            try {
                if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    throw new IllegalStateException("all was read before anything was sent");
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }
}
