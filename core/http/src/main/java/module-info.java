/**
 * Serves what plugins contribute over HTTP: resources below {@code /api/v1}, one Jersey application for each plugin, on
 * Jetty; the web site and the plugins' files; the OpenAPI document and the metrics. Knows the kernel and its own
 * libraries; plugins see none of them.
 */
module org.wvwbuilder.http {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.eclipse.jetty.server;
    requires org.glassfish.hk2.locator;
    requires org.glassfish.hk2.utilities;
    requires org.glassfish.jersey.core.server;
    requires org.glassfish.jersey.core.common;
    requires org.glassfish.jersey.inject.hk2;
    requires transitive org.wvwbuilder.kernel;

    exports org.wvwbuilder.http;
}
