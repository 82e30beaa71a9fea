package org.wvwbuilder.auth.token;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.session.Generations;
import org.wvwbuilder.auth.session.LiveSessions;
import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Identity;

/**
 * Tells who a request comes from. The signature of a token is verified once; after that a request costs one hash and
 * three looks into memory: is the token still within its time, its key still trusted, its session still alive.
 */
public final class TokenAuthenticator implements Authenticator {
    private static final int MOST = 20_000;
    private final AccessTokens tokens;
    private final SigningKeys keys;
    private final LiveSessions live;
    private final InstantSource clock;
    /** By the token's hash, so that no look-up tells by its time how near a guess was. Holds good tokens only. */
    private final Generations<ByteBuffer, AccessTokens.Verified> seen = new Generations<>(MOST);

    public TokenAuthenticator(AccessTokens tokens, SigningKeys keys, LiveSessions live, InstantSource clock) {
        this.tokens = tokens;
        this.keys = keys;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Identity authenticate(String token) throws InvalidCredentials {
        if (token.length() > AccessTokens.LONGEST) throw new InvalidCredentials("longer than any token of ours");
        var hash = ByteBuffer.wrap(Secret.digest(token));
        var known = seen.find(hash);
        var verified = known.isPresent() ? known.get() : seen.keep(hash, tokens.verify(token));
        long now = clock.millis();
        if (now >= verified.expires() || now < verified.notBefore()) throw new InvalidCredentials("not for now");
        if (!keys.current().trusts(verified.kid())) throw new InvalidCredentials("its key was revoked");
        var session =
                live.find(verified.sessionId()).orElseThrow(() -> new InvalidCredentials("its session has ended"));
        if (!session.user().id().equals(verified.userId())) throw new InvalidCredentials("not its session");
        return session.identity();
    }
}
