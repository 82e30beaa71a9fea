package org.wvwbuilder.http;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.wvwbuilder.kernel.Call;
import org.wvwbuilder.kernel.Calls;
import org.wvwbuilder.kernel.CurrentRequest;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;

/** One request on its way through the server: what is known of it, for filters, logs and metrics. */
final class Exchange implements SecurityContext, CurrentRequest {
    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final int LONGEST_AGENT = 256;

    final Request request;
    final String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    final Proxies.Peer peer;
    /** Where its time is counted, once it is known what serves it. */
    Timers timers;
    /** Where it is counted besides, when a plugin serves it. */
    Calls calls;
    /** The call into that plugin. */
    Call call;

    private final long begun = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Identity identity;

    private Exchange(Request request, Proxies.Peer peer) {
        this.request = request;
        this.peer = peer;
    }

    static Exchange begin(Request request, Proxies proxies) {
        var exchange = new Exchange(request, proxies.peer(request));
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    /** The exchange of a request; a fresh one for a request so malformed that it never came to the front. */
    static Exchange of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange known
                ? known
                : new Exchange(request, Proxies.NOBODY.peer(request));
    }

    /** The plugin's code has returned. @return false when it was too late, and somebody else has answered */
    boolean returned() {
        return call == null || call.returned();
    }

    /** Counts and logs its end, the first time. */
    void end(int status) {
        if (!ended.compareAndSet(false, true)) return;
        long nanos = System.nanoTime() - begun;
        timers.record(status, nanos);
        if (calls != null) calls.answered(status);
        AccessLog.write(this, status, nanos);
    }

    String path() {
        var path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    String header(HttpHeader name) {
        return request.getHeaders().get(name);
    }

    HttpFields headers() {
        return request.getHeaders();
    }

    boolean isHead() {
        return "HEAD".equals(request.getMethod());
    }

    @Override
    public String requestId() {
        return id;
    }

    @Override
    public Optional<String> userId() {
        return identity().map(Identity::id);
    }

    void signedIn(Identity who) {
        identity = who;
    }

    Optional<Identity> identity() {
        return Optional.ofNullable(identity);
    }

    Caller caller() {
        var agent = header(HttpHeader.USER_AGENT);
        if (agent == null) agent = "";
        if (agent.length() > LONGEST_AGENT) agent = agent.substring(0, LONGEST_AGENT);
        return new Caller(identity(), peer.address(), agent, peer.secure(), peer.origin(), id, peer.proxied());
    }

    @Override
    public Principal getUserPrincipal() {
        return identity;
    }

    @Override
    public boolean isUserInRole(String role) {
        return identity != null && identity.is(role);
    }

    @Override
    public boolean isSecure() {
        return peer.secure();
    }

    @Override
    public String getAuthenticationScheme() {
        return identity == null ? null : "Bearer";
    }
}
