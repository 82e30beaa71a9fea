package org.wvwbuilder.plugin.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.testing.TestClock;

/** Starts a server for each engine when the first test asks for something of it, and stops it after the last. */
final class PluginTestExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        var wanted = context.getRequiredTestClass().getAnnotation(PluginTest.class);
        return Stream.of(wanted.engines()).map(engine -> new OnEngine(wanted, engine));
    }

    private record OnEngine(PluginTest wanted, Engine engine) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return engine.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Serving(wanted, engine));
        }
    }

    private static final class Serving implements ParameterResolver, AfterAllCallback {
        private final PluginTest wanted;
        private final Engine engine;
        private TestServer server;

        Serving(PluginTest wanted, Engine engine) {
            this.wanted = wanted;
            this.engine = engine;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return List.of(TestServer.class, Client.class, Jobs.class, RecordedEvents.class, TestClock.class)
                    .contains(type);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            if (type == Client.class) return server().anonymous();
            if (type == Jobs.class) return server().jobs();
            if (type == RecordedEvents.class) return server().events();
            if (type == TestClock.class) return server().clock();
            return server();
        }

        private synchronized TestServer server() {
            if (server == null) server = TestServer.of(wanted.module(), engine, settings());
            if (!server.state().equals("RUNNING")) {
                throw new AssertionError(
                        "the plugin " + server.id() + " is " + server.state() + ": " + server.reason());
            }
            return server;
        }

        private Map<String, String> settings() {
            var all = new HashMap<String, String>();
            for (var line : wanted.settings()) {
                int equals = line.indexOf('=');
                if (equals < 1) throw new AssertionError("write a setting as key=value: " + line);
                all.put(line.substring(0, equals), line.substring(equals + 1));
            }
            return all;
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (server != null) server.close();
        }
    }
}
