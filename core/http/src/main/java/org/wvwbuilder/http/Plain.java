package org.wvwbuilder.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.plugin.Problem;

/** Answers that do not come from a plugin's resources, each in one write. */
final class Plain {
    private Plain() {}

    static void problem(Exchange exchange, Response response, Callback callback, Problem problem) {
        var headers = response.getHeaders();
        response.setStatus(problem.status());
        headers.remove(HttpHeader.CONTENT_ENCODING);
        headers.remove(HttpHeader.ETAG);
        headers.put(Headers.NO_STORE);
        headers.put(Headers.POLICY_DATA);
        problem.headers().forEach(headers::put);
        // What is left of a refused body would be taken for the next request.
        if (problem.status() == 413 || problem.status() == 408) headers.put(Headers.CLOSE);
        send(exchange, response, callback, Problems.TYPE, Problems.json(problem, exchange));
    }

    static void send(Exchange exchange, Response response, Callback callback, String type, byte[] body) {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, type);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, exchange.isHead() ? null : ByteBuffer.wrap(body), callback);
    }

    static void empty(Response response, Callback callback, int status, HttpField... fields) {
        response.setStatus(status);
        for (var field : fields) response.getHeaders().put(field);
        response.write(true, null, callback);
    }
}
