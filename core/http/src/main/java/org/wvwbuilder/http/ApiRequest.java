package org.wvwbuilder.http;

import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import org.eclipse.jetty.http.HttpField;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;

/** A request as Jersey sees it. HEAD comes as GET: the answer's body is counted and left out at the end. */
final class ApiRequest extends ContainerRequest {
    final Exchange exchange;

    ApiRequest(Exchange exchange, URI base, URI address, Configuration configuration) {
        super(
                base,
                address,
                exchange.isHead() ? "GET" : exchange.request.getMethod(),
                exchange,
                new MapPropertiesDelegate(),
                configuration);
        this.exchange = exchange;
        for (HttpField field : exchange.headers()) header(field.getName(), field.getValue());
    }
}
