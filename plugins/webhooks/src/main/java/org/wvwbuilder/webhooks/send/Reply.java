package org.wvwbuilder.webhooks.send;

import java.util.Optional;

/**
 * What a receiver answered.
 *
 * @param start the beginning of its body, at most 500 characters, control characters spelled out
 * @param retryAfter the seconds after which it wants to be asked again
 */
public record Reply(int status, String start, Optional<Long> retryAfter) {
    public boolean success() {
        return status / 100 == 2;
    }
}
