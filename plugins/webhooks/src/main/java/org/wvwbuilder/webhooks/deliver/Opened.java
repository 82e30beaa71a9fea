package org.wvwbuilder.webhooks.deliver;

import java.util.Optional;
import org.wvwbuilder.webhooks.seal.Seal;
import org.wvwbuilder.webhooks.store.Webhook;

/**
 * A webhook that this server can read.
 *
 * @param secret what signs its messages; none for Discord
 */
public record Opened(Webhook webhook, String url, Optional<String> secret) {

    /** @param seal of this server @return empty when it was sealed with another */
    public static Optional<Opened> of(Optional<Seal> seal, Webhook webhook) {
        var url = seal.flatMap(it -> it.open(webhook.sealedUrl(), Webhook.urlOf(webhook.id())));
        if (url.isEmpty()) return Optional.empty();
        return switch (webhook.kind()) {
            case DISCORD -> Optional.of(new Opened(webhook, url.get(), Optional.empty()));
            case JSON ->
                seal.flatMap(it -> it.open(webhook.sealedSecret(), Webhook.secretOf(webhook.id())))
                        .map(secret -> new Opened(webhook, url.get(), Optional.of(secret)));
        };
    }

    /** Neither address nor secret: whoever logs it tells nobody. */
    @Override
    public String toString() {
        return "webhook " + webhook.id();
    }
}
