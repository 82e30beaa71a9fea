package com.example.proxysignin;

import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.plugin.SignIns;
import org.wvwbuilder.plugin.Text;

/** An address behind the proxy that signs people in, a page that leads there, and a check that tells what is not set. */
public final class ProxySignIn implements Plugin {

    /** The table {@code [proxy-sign-in]} of {@code gw2.toml}. Who knows the secret may be anybody. */
    public record Config(
            @Setting(value = "What the proxy proves itself with, at least 32 characters", secret = true) String secret,
            @Setting(value = "Header in which the proxy names the person", fallback = "Remote-User") String userHeader) {
        public Config {
            if (!secret.matches("[!-~]{32,256}")) {
                throw new IllegalArgumentException(
                        "secret must be 32 to 256 letters, digits and signs; make one with: openssl rand -hex 32");
            }
            // Underscores are what some servers make of dashes, and then two names are one.
            if (!userHeader.matches("[A-Za-z0-9-]+") || userHeader.equalsIgnoreCase(Entrance.PROOF)) {
                throw new IllegalArgumentException("user-header must be the name of a header, such as Remote-User");
            }
        }

        @Override
        public String toString() {
            return "Config with " + userHeader;
        }
    }

    @Override
    public OpenPlugin open(PluginContext context) {
        return OpenPlugin.of(
                new Contribution.Resource(new Entrance(context)),
                new Contribution.Check("sign-ins", () -> health(context)),
                new Panel(
                        "proxy-sign-in",
                        new Text("Guild sign-in", "Connexion de guilde"),
                        Panel.Slot.PAGE,
                        "proxy-sign-in.js",
                        "lock",
                        Set.of(),
                        80));
    }

    private static Health health(PluginContext context) {
        if (context.find(SignIns.class).isPresent()) return new Health.Up();
        return new Health.Degraded(Entrance.OFF);
    }
}
