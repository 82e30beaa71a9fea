package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/** Talks to providers: for ten seconds at most, to addresses that are safe, about documents that are small. */
final class Fetch implements AutoCloseable {
    private static final long LARGEST = 256 << 10;
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Map<String, Object> get(URI address, Map<String, String> headers) throws OpenIdFailure {
        return json(send(request(address, headers).GET().build()));
    }

    Map<String, Object> post(URI address, Map<String, String> headers, Map<String, String> form) throws OpenIdFailure {
        var request = request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form)));
        return json(send(request.build()));
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static HttpRequest.Builder request(URI address, Map<String, String> headers) throws OpenIdFailure {
        try {
            var request = HttpRequest.newBuilder(SafeAddress.check(address))
                    .timeout(WHOLE)
                    .header("Accept", "application/json");
            headers.forEach(request::header);
            return request;
        } catch (IllegalArgumentException unsafe) {
            throw new OpenIdFailure(Code.PROVIDER, unsafe.getMessage());
        }
    }

    private String send(HttpRequest request) throws OpenIdFailure {
        // The time runs until the last byte; the request's own timeout would stop at the headers.
        var answering = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return text(request, answering.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            throw failure(request, failed.getCause().getClass().getSimpleName());
        } catch (TimeoutException late) {
            throw failure(request, "no whole answer within " + WHOLE.toSeconds() + " seconds");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failure(request, "the server is stopping");
        } finally {
            answering.cancel(true);
        }
    }

    private static String text(HttpRequest request, HttpResponse<byte[]> answer) throws OpenIdFailure {
        if (answer.statusCode() != 200) throw failure(request, "status " + answer.statusCode());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> json(String text) throws OpenIdFailure {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException malformed) {
            throw new OpenIdFailure(Code.PROVIDER, "the provider's answer is no JSON object");
        }
    }

    /** Names the address without its query: what stands there may be secret. */
    private static OpenIdFailure failure(HttpRequest request, String why) {
        var address = request.uri();
        return new OpenIdFailure(
                Code.PROVIDER,
                request.method() + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath()
                        + ": " + why);
    }
}
