package org.wvwbuilder.http;

import java.util.function.Supplier;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** What all Jersey applications here have in common: nothing is looked for, everything is named. */
final class Jersey {
    private Jersey() {}

    static ApplicationHandler build(ResourceConfig config) {
        return withOwnLoader(() -> new ApplicationHandler(config));
    }

    /** Jersey finds its own parts through the context class loader, which must not lead it to anybody else's. */
    static <T> T withOwnLoader(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Jersey.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static ResourceConfig config() {
        return withOwnLoader(() -> configure(new ResourceConfig()));
    }

    private static ResourceConfig configure(ResourceConfig config) {
        config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "DOM,SAX,DATASOURCE,RENDEREDIMAGE,SOURCE");
        config.property(ServerProperties.BV_FEATURE_DISABLE, true);
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        // Without it Jersey writes a second answer after one that failed.
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.register(new Converters());
        config.register(new JsonBody());
        config.register(new ProblemAnswers());
        config.register(new WriteWatch());
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new CallerParameter()).to(ValueParamProvider.class);
            }
        });
        return config;
    }
}
