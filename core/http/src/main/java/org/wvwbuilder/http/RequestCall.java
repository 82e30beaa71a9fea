package org.wvwbuilder.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.server.Request;
import org.wvwbuilder.kernel.Call;
import org.wvwbuilder.kernel.Calls;

/**
 * The call of a resource method. It ends when the method has returned: how long its answer then takes, as that of a stream or
 * a download, is no matter of the plugin's.
 */
final class RequestCall extends Call {
    private final Exchange exchange;
    private final Answer answer;

    RequestCall(Calls calls, Exchange exchange, Answer answer) {
        super(calls, calls.usual());
        this.exchange = exchange;
        this.answer = answer;
    }

    @Override
    protected String what() {
        return exchange.request.getMethod() + ' ' + AccessLog.visible(exchange.path()) + " (request " + exchange.id
                + ')';
    }

    @Override
    protected void tooLate() {
        answer.late();
        // The thread may never come back to do it.
        exchange.end(503);
    }

    /** The body, without the time that the client takes to send it. */
    InputStream waitingFor(Request request) {
        return new FilterInputStream(Request.asInputStream(request)) {
            @Override
            public int read() throws IOException {
                holdUp();
                try {
                    return super.read();
                } finally {
                    goOn();
                }
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                holdUp();
                try {
                    return super.read(into, offset, length);
                } finally {
                    goOn();
                }
            }

            @Override
            public long skip(long bytes) throws IOException {
                holdUp();
                try {
                    return super.skip(bytes);
                } finally {
                    goOn();
                }
            }
        };
    }
}
