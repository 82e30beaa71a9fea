package org.wvwbuilder.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.plugin.Problem;

/** Gives Jetty's own errors, such as malformed requests, the form that all errors have. */
final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var exchange = Exchange.of(request);
        // Jetty has emptied the headers, ours included.
        if (!response.getHeaders().contains("X-Request-Id")) Headers.secure(response.getHeaders(), exchange.id);
        Plain.problem(exchange, response, callback, problem(request, response, exchange));
        return true;
    }

    private static Problem problem(Request request, Response response, Exchange exchange) {
        int status = response.getStatus();
        return request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown && status >= 500 && status != 503
                ? Problems.of(thrown, exchange)
                : Problems.standard(status);
    }
}
