package org.wvwbuilder.plugin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wvwbuilder.plugin.Database.Engine;

/**
 * Runs the tests of a class with a real server around the plugin: once on SQLite and once on PostgreSQL, one server for
 * the class each time. Test methods and the constructor may take a {@link TestServer}, a {@link Client} (nobody signed
 * in), {@link Jobs}, {@link RecordedEvents} and a {@link org.wvwbuilder.testing.TestClock}.
 *
 * <pre>{@code
 * @PluginTest(settings = "kill-feed.keep=5")
 * class KillFeedTests {
 *     @Test
 *     void membersReadIt(TestServer server) {
 *         server.user().get("kill-feed").require(200);
 *         server.anonymous().get("kill-feed").require(401);
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(PluginTestExtension.class)
public @interface PluginTest {

    /** The name of the plugin's module, when there is more than one plugin on the class path. */
    String module() default "";

    /** Lines as in {@code --set}: {@code kill-feed.keep=5}. */
    String[] settings() default {};

    Engine[] engines() default {Engine.SQLITE, Engine.POSTGRESQL};
}
