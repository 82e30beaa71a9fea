package org.wvwbuilder.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.wvwbuilder.plugin.Problem;

/**
 * Gives every failure of a plugin's resources its form. The mapper only carries the failure on; the filter, which knows
 * the request, writes the document. Errors that a resource answers without a body get one too.
 */
final class ProblemAnswers implements ExceptionMapper<Throwable>, ContainerResponseFilter {
    private static final MediaType TYPE = new MediaType("application", "problem+json");
    private static final Annotation[] NONE = {};

    private record Failure(Throwable thrown) {}

    @Override
    public Response toResponse(Throwable thrown) {
        return Response.status(500).type(TYPE).entity(new Failure(thrown)).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var exchange = ((ApiRequest) request).exchange;
        // What comes too late reaches nobody.
        if (!exchange.returned()) {
            response.setEntity(null);
            return;
        }
        if (response.hasEntity() && response.getEntity() instanceof Failure failure) {
            fill(exchange, response, Problems.of(failure.thrown(), exchange));
        } else if (response.getStatus() >= 400 && !response.hasEntity()) {
            fill(exchange, response, Statuses.problem(response.getStatus(), Map.of()));
        }
    }

    private static void fill(Exchange exchange, ContainerResponseContext response, Problem problem) {
        response.setStatus(problem.status());
        response.setEntity(Problems.json(problem, exchange), NONE, TYPE);
        var headers = response.getHeaders();
        problem.headers().forEach(headers::putSingle);
        if (problem.status() == 401 && !headers.containsKey("WWW-Authenticate")) {
            headers.putSingle("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 413) headers.putSingle("Connection", "close");
    }
}
