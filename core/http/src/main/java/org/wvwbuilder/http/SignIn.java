package org.wvwbuilder.http;

import java.lang.System.Logger.Level;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Contribution;

/** Finds out who sends a request, with the help of the one plugin that contributes an authenticator. */
final class SignIn implements Host<Contribution.Authentication> {
    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 8 << 10;

    private volatile Desk desk;

    private record Desk(PluginHandle plugin, Authenticator authenticator) {}

    @Override
    public synchronized void install(PluginHandle plugin, List<Contribution.Authentication> contributions)
            throws Fault {
        if (desk != null || contributions.size() > 1) {
            var other = desk == null ? plugin.id() : desk.plugin.id();
            throw new Fault(
                    "plugin '" + plugin.id() + "' contributes an authenticator, but '" + other + "' has one already",
                    "there can be one: list '" + plugin.id() + "' under plugins.disabled");
        }
        if (contributions.isEmpty()) return;
        desk = new Desk(plugin, contributions.getFirst().authenticator());
    }

    @Override
    public synchronized void withdraw(PluginHandle plugin) {
        if (desk != null && desk.plugin.id().equals(plugin.id())) desk = null;
    }

    /** Whether this is the plugin that tells who is calling. */
    boolean keptBy(String plugin) {
        var current = desk;
        return current != null && current.plugin.id().equals(plugin);
    }

    /**
     * Notes on the exchange who is signed in, if the request carries a token.
     *
     * @throws org.wvwbuilder.plugin.Problem 401 when the token is not good
     */
    void identify(Exchange exchange) throws Exception {
        var headers = exchange.headers();
        var header = headers.get(HttpHeader.AUTHORIZATION);
        if (header == null) return;
        if (headers.getValuesList(HttpHeader.AUTHORIZATION).size() != 1) throw Statuses.tokenRefused();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) throw Statuses.tokenRefused();
        var token = header.substring(SCHEME.length()).trim();
        var current = desk;
        if (current == null || token.isEmpty() || token.length() > LONGEST_TOKEN) throw Statuses.tokenRefused();
        try {
            exchange.signedIn(current.plugin.call(() -> current.authenticator.authenticate(token)));
        } catch (Authenticator.InvalidCredentials refused) {
            LOG.log(Level.DEBUG, () -> "request " + exchange.id + ": token refused: " + refused.getMessage());
            throw Statuses.tokenRefused();
        }
    }
}
