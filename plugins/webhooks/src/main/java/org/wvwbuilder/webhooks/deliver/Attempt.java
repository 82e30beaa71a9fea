package org.wvwbuilder.webhooks.deliver;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import org.wvwbuilder.webhooks.address.Refused;
import org.wvwbuilder.webhooks.address.Target;
import org.wvwbuilder.webhooks.message.SignedJson;
import org.wvwbuilder.webhooks.send.Message;
import org.wvwbuilder.webhooks.send.Reply;
import org.wvwbuilder.webhooks.send.Sender;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.Webhook;

/** Tries one delivery once. */
final class Attempt {
    private static final int MOST_WORDS = 300;

    private final Sender sender;
    private final InstantSource clock;

    Attempt(Sender sender, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * @param reply empty when there was none
     * @param words one sentence
     * @param gone nothing that comes later will do better
     */
    record Result(Optional<Reply> reply, String words, boolean success, boolean gone, long millis) {}

    Result run(Opened to, Delivery delivery) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            var headers = new HashMap<String, String>();
            headers.put("Wvw-Event", delivery.eventType());
            headers.put("Wvw-Delivery", delivery.id());
            to.secret()
                    .map(secret -> SignedJson.headers(secret, delivery.eventId(), clock.instant(), delivery.body()))
                    .ifPresent(headers::putAll);
            var reply = sender.post(Target.of(to.url()), new Message(headers, delivery.body()));
            return answered(to.webhook(), reply, begun);
        } catch (Refused refused) {
            return failed("Not sent: what is expected is " + refused.getMessage() + ".", begun);
        } catch (IOException broken) {
            return failed("Not delivered: " + broken.getMessage() + ".", begun);
        }
    }

    private static Result answered(Webhook webhook, Reply reply, long begun) {
        int status = reply.status();
        boolean gone = status == 410 || status == 404 && webhook.kind() == Webhook.Kind.DISCORD;
        var words = switch (status / 100) {
            case 2 -> "Delivered.";
            case 3 -> "Redirects are not followed: enter the address that the receiver really has.";
            default -> "The receiver answered " + status + ".";
        };
        return new Result(Optional.of(reply), words, reply.success(), gone, millis(begun));
    }

    private static Result failed(String words, long begun) {
        var cut = words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
        return new Result(Optional.empty(), cut.replaceAll("\\p{Cntrl}", " "), false, false, millis(begun));
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
