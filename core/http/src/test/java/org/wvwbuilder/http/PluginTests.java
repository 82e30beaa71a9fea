package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Panel.Slot;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.TestPlugin;

class PluginTests {
    private final HttpServer http = new HttpServer(HttpConfig.onAnyPort(), "1");

    /** A resource without fault. */
    @Path("late")
    public static final class Late {
        @GET
        @PermitAll
        public String get() {
            return "late";
        }
    }

    @Path("open")
    public static final class Unguarded {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("open")
    public static final class WronglyGuarded {
        @GET
        @RolesAllowed("king")
        public String get() {
            return "";
        }
    }

    @Path("open")
    public static final class DoublyGuarded {
        @GET
        @PermitAll
        @RolesAllowed(Roles.ADMIN)
        public String get() {
            return "";
        }
    }

    @Path("{any}")
    public static final class Everywhere {
        @GET
        @PermitAll
        public String get() {
            return "";
        }
    }

    @Path("late/more")
    public static final class Neighbour {
        @GET
        @PermitAll
        public String get() {
            return "";
        }
    }

    @Path("wish")
    public static final class Wishful {
        @GET
        @PermitAll
        public String get(@Context Configuration configuration) {
            return "";
        }
    }

    @Path("tree")
    public static final class Tree {
        @Path("branch")
        public Late branch() {
            return new Late();
        }
    }

    @Path("twice")
    @PermitAll
    public static final class Twice {
        @GET
        public String one() {
            return "";
        }

        @GET
        public String two() {
            return "";
        }
    }

    @Path("head")
    @PermitAll
    public static final class Headed {
        @HEAD
        public void head() {}
    }

    /** A call that takes its time. */
    @Path("late")
    @PermitAll
    public static final class Slow {
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch leave = new CountDownLatch(1);

        @GET
        public String get() throws InterruptedException {
            arrived.countDown();
            return leave.await(20, TimeUnit.SECONDS) ? "whole" : "given up";
        }
    }

    @Test
    void aMethodWithoutAccessRuleIsRefusedByName() {
        assertRefused(
                () -> install("a", new Unguarded()),
                "plugin 'a': the method org.wvwbuilder.http.PluginTests$Unguarded.get has no access rule",
                "@PermitAll");
    }

    @Test
    void anAccessRuleThatMakesNoSenseIsRefused() {
        assertRefused(() -> install("a", new WronglyGuarded()), "no role is called 'king'", "roles that exist");
        assertRefused(() -> install("a", new DoublyGuarded()), "more than one access rule", "exactly one");
    }

    @Test
    void aPathWithoutWordOfItsOwnIsRefused() {
        assertRefused(() -> install("a", new Everywhere()), "does not begin with a word", "fixed word");
        assertRefused(() -> install("a", "no resource at all"), "has no @Path", "@Path");
    }

    @Test
    void twoPluginsDoNotShareARootPath() throws Exception {
        install("a", new Late());
        assertRefused(
                () -> install("b", new Neighbour()),
                "plugin 'b': the method org.wvwbuilder.http.PluginTests$Neighbour.get lies below /api/v1/late,"
                        + " which the plugin 'a' has already",
                "another first word");
    }

    @Test
    void whatTheServerDoesNotLendIsRefusedAtOnce() {
        assertRefused(() -> install("a", new Wishful()), "wants a Configuration", "constructor");
        assertRefused(() -> install("a", new Tree()), "sub-resource locator", "@Path of its own");
        assertRefused(() -> install("a", new Headed()), "answers HEAD itself", "remove it");
    }

    @Test
    void resourcesThatContradictEachOtherAreRefused() {
        assertRefused(() -> install("a", new Twice()), "plugin 'a'", "one resource method");
    }

    @Test
    void aRefusedPluginLeavesTheOthersServing() throws Exception {
        install("a", new Late());
        assertThatThrownBy(() -> install("b", new Unguarded())).isInstanceOf(Fault.class);
        try (var server = new Running(http)) {
            assertThat(server.get("/api/v1/late")).isEqualTo("late");
        }
    }

    @Test
    void everyCallGoesThroughThePluginsHandle() throws Exception {
        var plugin = install("a", new Late());
        try (var server = new Running(http)) {
            server.get("/api/v1/late");
            server.get("/api/v1/late");
        }
        assertThat(plugin.called()).hasValue(2);
    }

    @Test
    void withdrawingWaitsForTheCallsUnderWay() throws Exception {
        var slow = new Slow();
        var plugin = install("a", slow);
        try (var server = new Running(http)) {
            var answer = server.getLater("/api/v1/late");
            assertThat(slow.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            var withdrawing = Thread.ofVirtual().start(() -> http.resources().withdraw(plugin));
            assertThat(withdrawing.join(java.time.Duration.ofMillis(200))).isFalse();
            slow.leave.countDown();
            assertThat(withdrawing.join(java.time.Duration.ofSeconds(20))).isTrue();
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("whole");
            assertThat(server.status("/api/v1/late")).isEqualTo(404);
        }
    }

    @Test
    void stoppingAnswersWhatIsUnderWay() throws Exception {
        var slow = new Slow();
        install("a", slow);
        try (var server = new Running(http)) {
            var answer = server.getLater("/api/v1/late");
            assertThat(slow.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            var stopping = Thread.ofVirtual().start(() -> http.stop(java.time.Duration.ofSeconds(10)));
            assertThat(stopping.join(java.time.Duration.ofMillis(200))).isFalse();
            slow.leave.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("whole");
            assertThat(stopping.join(java.time.Duration.ofSeconds(20))).isTrue();
            assertThatThrownBy(() -> server.get("/api/v1/late")).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var defaults = HttpConfig.onAnyPort();
            var config = new HttpConfig(
                    "127.0.0.1",
                    taken.getLocalPort(),
                    defaults.trustedProxies(),
                    defaults.bodyLimit(),
                    defaults.headerLimit(),
                    defaults.idleTimeout(),
                    defaults.minimumRate(),
                    defaults.connections());
            assertThatThrownBy(() -> new HttpServer(config, "1").start())
                    .isInstanceOf(java.io.IOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void twoPluginsDoNotShareAPage() throws Exception {
        var file = Map.of("META-INF/wvw/ui/p.js", "");
        var first = new TestPlugin("builds", PluginTests.class, file);
        var second = new TestPlugin("aaa", PluginTests.class, file);
        http.panels().install(first, List.of(panel(Slot.PAGE)));
        assertRefused(
                () -> http.panels().install(second, List.of(panel(Slot.ADMINISTRATION))),
                "at /builds, where the plugin 'builds' has a page already",
                "another id");
        // A card has no address.
        http.panels().install(second, List.of(panel(Slot.HOME)));
        http.panels().withdraw(first);
        http.panels().install(second, List.of(panel(Slot.PAGE)));
    }

    private static Contribution.Panel panel(Slot slot) {
        return new Contribution.Panel("builds", new Text("Builds", "Builds"), slot, "p.js", "list", Set.of(), 1);
    }

    @Test
    void onlyOnePluginSignsPeopleIn() throws Exception {
        var desk = new Contribution.Authentication(token -> null);
        http.authentication().install(new TestPlugin("a", PluginTests.class), List.of(desk));
        assertRefused(
                () -> http.authentication().install(new TestPlugin("b", PluginTests.class), List.of(desk)),
                "'a' has one already",
                "plugins.disabled");
    }

    private TestPlugin install(String id, Object resource) throws Fault {
        var plugin = new TestPlugin(id, PluginTests.class);
        http.resources().install(plugin, List.of(new Contribution.Resource(resource)));
        return plugin;
    }

    private static void assertRefused(ThrowingCallable installing, String reason, String remedy) {
        assertThatThrownBy(installing).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault).hasMessageContaining(reason);
            assertThat(fault.remedy()).contains(remedy);
        });
    }
}
