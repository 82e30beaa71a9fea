package org.wvwbuilder.http;

import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.wvwbuilder.plugin.Caller;

/** Hands resource methods their {@code @Context Caller}, past the container: no proxy, no look-up for each request. */
final class CallerParameter implements ValueParamProvider {

    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getSource() == Parameter.Source.CONTEXT && parameter.getRawType() == Caller.class
                ? request -> ((ApiRequest) request).exchange.caller()
                : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
