/** The composition root: which hosts there are, in which order they start and stop, and how the process ends. */
module org.wvwbuilder.server {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.toml;
    requires java.management;
    requires jul.to.slf4j;
    requires org.slf4j;
    requires org.wvwbuilder.boot;
    requires org.wvwbuilder.cli;
    requires org.wvwbuilder.data;
    requires org.wvwbuilder.http;
    requires org.wvwbuilder.kernel;
    requires org.wvwbuilder.scheduling;

    opens org.wvwbuilder.server to
            org.wvwbuilder.kernel;

    provides org.wvwbuilder.boot.Program with
            org.wvwbuilder.server.Main;
}
