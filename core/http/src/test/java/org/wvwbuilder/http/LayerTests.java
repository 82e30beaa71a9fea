package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it really runs: in a layer above the API, with a plugin in a layer of its own that opens nothing. */
class LayerTests {
    private static final List<String> GROUND =
            List.of("plugin-api", "jakarta.ws.rs-api", "jakarta.annotation-api", "apiguardian");
    private static final List<String> TESTS = List.of(
            "junit",
            "opentest4j",
            "assertj",
            "byte-buddy",
            "networknt",
            "ethlo",
            "test-classes",
            "core/testing",
            "wvw-testing",
            "zonky",
            "postgres",
            "commons-compress",
            "surefire");

    private static final String MODULE = "module com.example.tiny { requires org.wvwbuilder.plugin.api; }";
    private static final String CODE = """
            package com.example.tiny;

            import jakarta.annotation.security.PermitAll;
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.core.*;
            import org.wvwbuilder.plugin.*;

            @Path("tiny")
            @PermitAll
            public final class Tiny {
                record Hidden(String name, java.util.Optional<Integer> size) {}

                @GET public Hidden get(@Context Caller caller) { return new Hidden(caller.address(), java.util.Optional.of(3)); }

                @POST public Response echo(Hidden hidden) { return Response.status(201).entity(hidden).build(); }

                @GET @Path("gone") public Hidden gone() { throw Problem.notFound("It"); }
            }
            """;

    @Test
    void aPluginInALayerOfItsOwnIsServedWithoutOpeningAnything(@TempDir Path folder) throws Exception {
        var ground = layer(ModuleLayer.boot(), paths(true), "org.wvwbuilder.plugin.api");
        var host = layer(ground.layer(), paths(false), "org.wvwbuilder.http");
        var plugin = layer(ground.layer(), List.of(compile(folder)), "com.example.tiny");
        var server = new Mirror(host.layer(), "org.wvwbuilder.http", "org.wvwbuilder.http.HttpServer");
        var config = new Mirror(host.layer(), "org.wvwbuilder.http", "org.wvwbuilder.http.HttpConfig");
        var resource =
                new Mirror(ground.layer(), "org.wvwbuilder.plugin.api", "org.wvwbuilder.plugin.Contribution$Resource");
        var tiny = plugin.layer().findLoader("com.example.tiny").loadClass("com.example.tiny.Tiny");

        // Only the test itself needs this, to make the resource.
        plugin.addExports(tiny.getModule(), "com.example.tiny", LayerTests.class.getModule());
        server.call(null, "lendRuntime");
        var http = server.make(config.call(null, "onAnyPort"), "1");
        var resources = server.call(http, "resources");
        new Mirror(host.layer(), "org.wvwbuilder.kernel", "org.wvwbuilder.kernel.Host")
                .call(
                        resources,
                        "install",
                        handle(host.layer(), plugin, tiny.getModule()),
                        List.of(resource.make(tiny.getConstructor().newInstance())));
        var address = (URI) server.call(http, "start");
        try {
            assertServed(address);
        } finally {
            server.call(http, "stop", Duration.ofSeconds(1));
        }
    }

    private static void assertServed(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            assertThat(get(client, address, "/api/v1/tiny")).isEqualTo("{\"name\":\"127.0.0.1\",\"size\":3}");
            assertThat(get(client, address, "/api/v1/tiny/gone")).contains("urn:wvw:problem:not-found");
            assertThat(get(client, address, "/openapi.json")).contains("tiny_echo");
            assertThat(get(client, address, "/docs/swagger-ui.css")).contains(".swagger-ui");
            assertThat(get(client, address, "/docs/")).contains("init.js");
            assertThat(get(client, address, "/metrics")).contains("wvw_http_requests_seconds_count");
            var post = HttpRequest.newBuilder(address.resolve("/api/v1/tiny"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"n\"}"))
                    .build();
            assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("{\"name\":\"n\",\"size\":null}");
        }
    }

    private static String get(HttpClient client, URI address, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static Object handle(ModuleLayer host, ModuleLayer.Controller plugin, Module module) throws Exception {
        var type = host.findLoader("org.wvwbuilder.kernel").loadClass("org.wvwbuilder.kernel.PluginHandle");
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            return switch (method.getName()) {
                case "module" -> module;
                case "open" -> plugin.addOpens(module, (String) arguments[0], (Module) arguments[1]);
                case "call" -> ((Callable<?>) arguments[0]).call();
                case "resources" -> List.of();
                case "calls" -> InvocationHandler.invokeDefault(proxy, method, arguments);
                default -> "tiny";
            };
        });
    }

    private static ModuleLayer.Controller layer(ModuleLayer parent, List<Path> paths, String root) {
        var finder = java.lang.module.ModuleFinder.of(paths.toArray(Path[]::new));
        var configuration = parent.configuration().resolve(finder, java.lang.module.ModuleFinder.of(), List.of(root));
        return ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(parent), ClassLoader.getPlatformClassLoader());
    }

    private static Path compile(Path folder) throws Exception {
        Files.writeString(folder.resolve("module-info.java"), MODULE);
        Files.writeString(folder.resolve("Tiny.java"), CODE);
        var out = folder.resolve("out");
        var modules = String.join(
                java.io.File.pathSeparator,
                paths(true).stream().map(Path::toString).toList());
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-d",
                        out.toString(),
                        "-p",
                        modules,
                        folder.resolve("module-info.java").toString(),
                        folder.resolve("Tiny.java").toString());
        assertThat(outcome).isZero();
        return out;
    }

    private static List<Path> paths(boolean ground) {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(java.io.File.pathSeparator))
                .filter(p -> TESTS.stream().noneMatch(p::contains))
                .filter(p -> GROUND.stream().anyMatch(p::contains) == ground)
                .map(Path::of)
                .toList();
    }

    /** A class of another layer. */
    private record Mirror(Class<?> type) {
        Mirror(ModuleLayer layer, String module, String name) throws ClassNotFoundException {
            this(layer.findLoader(module).loadClass(name));
        }

        Object make(Object... arguments) throws Exception {
            return type.getConstructors()[0].newInstance(arguments);
        }

        Object call(Object on, String name, Object... arguments) throws Exception {
            for (var method : type.getMethods()) {
                if (method.getName().equals(name)) return method.invoke(on, arguments);
            }
            throw new NoSuchMethodException(name);
        }
    }
}
