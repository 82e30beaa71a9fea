package org.wvwbuilder.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers a request whose body may not have been read to its end, as that of a refused one. What is left is read away
 * before the answer; where it is too long, the answer says that the connection ends. Jetty would end it without a word,
 * and the client's next request on it would be lost.
 */
final class Leftovers extends Response.Wrapper {
    private static final long MOST = 1 << 20;

    private boolean begun;

    private Leftovers(Request request, Response response) {
        super(request, response);
    }

    static Response of(Request request, Response response) {
        boolean body = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        return body ? new Leftovers(request, response) : response;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        var request = getRequest();
        if (begun || getHeaders().contains(Headers.CLOSE.getHeader())) {
            super.write(last, content, callback);
            return;
        }
        begun = true;
        long length = request.getLength();
        if (length > 0 && length <= MOST) {
            var answer = Callback.from(() -> super.write(last, content, callback), broken -> {
                getHeaders().put(Headers.CLOSE);
                super.write(last, content, callback);
            });
            Content.Source.consumeAll(request, answer);
            return;
        }
        if (!request.consumeAvailable()) getHeaders().put(Headers.CLOSE);
        super.write(last, content, callback);
    }
}
