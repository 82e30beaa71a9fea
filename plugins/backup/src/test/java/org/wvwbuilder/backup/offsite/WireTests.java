package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.backup.OffsiteSettings;

/** What S3Proxy cannot be made to answer: a server that is overloaded, lies or is no storage at all. */
class WireTests {
    private static final String ERROR = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>text</Message></Error>";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;
    private Bucket bucket;

    private interface Answer {
        int status(int attempt);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var settings = new OffsiteSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "us-east-1",
                "bucket",
                "",
                "id",
                Optional.empty(),
                Optional.empty(),
                OffsiteSettings.Verify.CONTENT,
                true);
        var signature = new Signature("id", "s3cr3t", "us-east-1");
        var wire = new Wire(settings, signature, InstantSource.system(), pauses::add, Wire.ANSWER);
        bucket = new Bucket(wire, new Faults("far", settings));
    }

    @AfterEach
    void stop() {
        bucket.close();
        server.stop(0);
    }

    @Test
    void anOverloadedStorageIsAskedAgainAfterLongerAndLongerPauses() {
        answer(attempt -> attempt < 5 ? 503 : 200, "<ListBucketResult/>");
        assertThat(bucket.list("")).isEmpty();
        assertThat(asked).hasSize(5);
        assertThat(pauses).hasSize(4);
        for (int i = 0; i < 4; i++) {
            long most = 500L << i;
            assertThat(pauses.get(i).toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void itIsNotAskedForEver() {
        answer(attempt -> 503, ERROR.formatted("SlowDown"));
        assertFault(OffsiteFault.Kind.UNREACHABLE, "503 SlowDown");
        assertThat(asked).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "403,InvalidAccessKeyId,correct access-key",
        "403,SignatureDoesNotMatch,correct the file of the secret",
        "403,AccessDenied,give it the rights",
        "403,RequestTimeTooSkewed,the clock of this machine is wrong",
        "400,AuthorizationHeaderMalformed,correct region",
        "301,PermanentRedirect,correct endpoint",
        "404,NoSuchBucket,no such bucket",
        "403,'',give it the rights",
        "307,'',correct endpoint"
    })
    void aRefusalSaysWhatToDo(int status, String code, String remedy) {
        answer(attempt -> status, code.isEmpty() ? "" : ERROR.formatted(code));
        assertFault(OffsiteFault.Kind.SETTINGS, remedy);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><ListBucketResult><Contents><Key>&b;</Key></Contents></ListBucketResult>",
                "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"
            })
    void aServerThatIsNoStorageIsCalledThat(String body) {
        answer(attempt -> 200, body);
        assertFault(OffsiteFault.Kind.INCOMPATIBLE, "correct endpoint");
    }

    @Test
    void anAnswerWithoutAnEndDoesNotFillTheMemory() {
        answer(attempt -> 200, "x".repeat(3 << 20));
        assertFault(OffsiteFault.Kind.UNREACHABLE, "");
    }

    @Test
    void whatAStrangerSaysIsNotPrinted() {
        answer(attempt -> 400, ERROR.formatted("\u001b[31mred and a very long text"));
        assertThatThrownBy(() -> bucket.list(""))
                .isInstanceOf(OffsiteFault.class)
                .hasMessageNotContaining("red")
                .hasMessageContaining("400");
    }

    @Test
    void aFailureInsideASuccessIsOne() {
        answer(attempt -> 200, ERROR.formatted("InternalError"));
        assertThatThrownBy(() -> bucket.complete("key", "id", List.of("tag")))
                .isInstanceOf(OffsiteFault.class)
                .hasMessageContaining("InternalError");
    }

    @Test
    void aListWithoutAnEndIsLeft() {
        answer(
                attempt -> 200,
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken>"
                        + "</ListBucketResult>");
        assertFault(OffsiteFault.Kind.INCOMPATIBLE, "does not end");
        assertThat(asked).hasSize(100);
    }

    private void answer(Answer answer, String body) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(asked.size()), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void assertFault(OffsiteFault.Kind kind, String words) {
        assertThatThrownBy(() -> bucket.list(""))
                .isInstanceOfSatisfying(
                        OffsiteFault.class,
                        fault -> assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind))
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cr3t");
    }

    /** The client's exception quotes the line; a terminal would obey it. */
    @Test
    void whatAStrangersServerSaysReachesNoTerminalAsItIs() throws Exception {
        try (var stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> {
                while (true) {
                    try (var line = stranger.accept()) {
                        line.getInputStream().read(new byte[1000]);
                        var evil = "HTTP/1.1 \u001b[2J\u001b]0;owned\u0007" + "x".repeat(3000) + "\r\n\r\n";
                        line.getOutputStream().write(evil.getBytes(StandardCharsets.ISO_8859_1));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            var settings = new OffsiteSettings(
                    URI.create("http://127.0.0.1:" + stranger.getLocalPort()),
                    "us-east-1",
                    "bucket",
                    "",
                    "id",
                    Optional.empty(),
                    Optional.empty(),
                    OffsiteSettings.Verify.CONTENT,
                    true);
            var wire = Storage.wire(settings, "s3cr3t", InstantSource.system(), Wire.ANSWER);
            try (var far = new Bucket(wire, new Faults("far", settings))) {
                assertThatThrownBy(() -> far.list("")).isInstanceOfSatisfying(OffsiteFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(OffsiteFault.Kind.UNREACHABLE);
                    assertThat(fault.getMessage()).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}");
                });
            }
            stranger.close();
            answering.join();
        }
    }
}
