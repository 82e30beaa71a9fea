package org.wvwbuilder.distribution;

import static org.wvwbuilder.testing.PluginForge.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.testing.PluginForge;

/** Ten plugins that are broken, each in a way of its own, and what the server is to say about each. */
final class BrokenPlugins {
    private static final String EMPTY = "public final class Made implements Plugin {"
            + " public OpenPlugin open(PluginContext context) { return OpenPlugin.of(); } }";

    /**
     * What is expected of one.
     *
     * @param state REJECTED when none of its code may have run, else FAILED
     * @param reason words that its reason contains
     * @param remedy words that its remedy contains
     */
    record Expected(String state, String reason, String remedy) {}

    private final PluginForge forge;
    private final Path folder;

    BrokenPlugins(PluginForge forge, Path folder) {
        this.forge = forge;
        this.folder = folder;
    }

    /** Puts all ten into the folder. */
    Map<String, Expected> forgeAll() throws IOException {
        var expected = new LinkedHashMap<String, Expected>();
        expected.put("missing-dependency", missingDependency());
        expected.put("too-new", tooNew());
        expected.put("throws-in-open", throwsInOpen());
        expected.put("hangs-in-open", hangsInOpen());
        expected.put("static-failure", staticFailure());
        expected.put("twin-b", duplicateId());
        expected.put("same-path", doubledRootPath());
        expected.put("no-access-rule", resourceWithoutAccessRule());
        expected.put("unknown-key", unknownKey());
        expected.put("corrupt", corruptJar());
        return expected;
    }

    private Expected missingDependency() throws IOException {
        var library = forge.scratch().resolve("library.jar");
        forge.forge(
                library,
                Map.of(
                        "module-info.java", "module com.example.library { exports com.example.library; }",
                        "com/example/library/Thing.java", "package com.example.library; public class Thing {}"));
        forge.forge(
                jar("missing-dependency"),
                sources("missingdependency", annotation("missing-dependency"), "requires com.example.library;", EMPTY),
                library);
        return new Expected(
                "REJECTED", "com.example.library not found", "Put the missing jar into the plugin's folder");
    }

    /** Compiled against an API of its own that is ahead of the server's. */
    private Expected tooNew() throws IOException {
        var jar = jar("too-new");
        forge.forge(jar, sources("toonew", annotation("too-new"), EMPTY));
        CompiledVersion.rewrite(jar, "1.0.0-SNAPSHOT", "1.99.0-FUTURE1");
        return new Expected("REJECTED", "built for plugin API 1.99.0", "a release with plugin API 1.99");
    }

    private Expected throwsInOpen() throws IOException {
        forge.forge(jar("throws-in-open"), sources("throwsinopen", annotation("throws-in-open"), """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        throw new IllegalStateException("the moon is full");
                    }
                }"""));
        return new Expected("FAILED", "the moon is full", "tell its author");
    }

    private Expected hangsInOpen() throws IOException {
        forge.forge(jar("hangs-in-open"), sources("hangsinopen", annotation("hangs-in-open"), """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) throws Exception {
                        new java.util.concurrent.CountDownLatch(1).await();
                        return OpenPlugin.of();
                    }
                }"""));
        return new Expected("FAILED", "stood at com.example.hangsinopen.Made.open (Made.java:", "plugins.deadline");
    }

    private Expected staticFailure() throws IOException {
        forge.forge(jar("static-failure"), sources("staticfailure", annotation("static-failure"), """
                public final class Made implements Plugin {
                    static final int BROKEN = Integer.parseInt("broken");
                    public OpenPlugin open(PluginContext context) { return OpenPlugin.of(); }
                }"""));
        return new Expected("FAILED", "NumberFormatException", "plugins.disabled turns it off");
    }

    /** Two folders with the same id: the first in the order of names serves. */
    private Expected duplicateId() throws IOException {
        forge.forge(jar("twin-a"), sources("twina", annotation("twin"), EMPTY));
        forge.forge(jar("twin-b"), sources("twinb", annotation("twin"), EMPTY));
        return new Expected("REJECTED", "another plugin has the id 'twin'", "Remove one of the two folders");
    }

    private Expected doubledRootPath() throws IOException {
        forge.forge(jar("same-path"), sources("samepath", annotation("same-path"), resource("builds", "@PermitAll")));
        return new Expected("FAILED", "builds", "another first word");
    }

    private Expected resourceWithoutAccessRule() throws IOException {
        forge.forge(
                jar("no-access-rule"),
                sources("noaccessrule", annotation("no-access-rule"), resource("open-door", "")));
        return new Expected("FAILED", "get", "@RolesAllowed");
    }

    private Expected unknownKey() throws IOException {
        forge.forge(
                jar("unknown-key"),
                sources(
                        "unknownkey",
                        annotation("unknown-key") + ", config = com.example.unknownkey.Made.Config.class",
                        """
                public final class Made implements Plugin {
                    public record Config(@Setting(value = "how often", fallback = "1h") java.time.Duration interval) {}
                    public OpenPlugin open(PluginContext context) { return OpenPlugin.of(); }
                }"""));
        return new Expected("REJECTED", "did you mean unknown-key.interval?", "Mend these settings");
    }

    private Expected corruptJar() throws IOException {
        Files.createDirectories(jar("corrupt").getParent());
        Files.writeString(jar("corrupt"), "this was a jar once");
        return new Expected("REJECTED", "cannot be read", "Copy the plugin's folder again");
    }

    /** The lines of the configuration that the broken ones need: {@code --set} values. */
    static List<String> settings() {
        return List.of("unknown-key.intervall=5m", "plugins.deadline=8s", "plugins.unsigned=allow");
    }

    private Path jar(String name) {
        return folder.resolve(name).resolve(name + ".jar");
    }

    private static String annotation(String id) {
        return "id = \"" + id + "\", title = \"" + id + "\"";
    }

    private static String resource(String path, String access) {
        return """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Resource(new Door()));
                    }
                    @Path("%s")
                    public static final class Door {
                        @GET %s public List<String> get() { return List.of("hello"); }
                    }
                }""".formatted(path, access);
    }
}
