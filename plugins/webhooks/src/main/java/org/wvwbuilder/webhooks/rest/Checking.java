package org.wvwbuilder.webhooks.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;
import org.wvwbuilder.webhooks.address.Reach;
import org.wvwbuilder.webhooks.address.Refused;
import org.wvwbuilder.webhooks.address.Target;
import org.wvwbuilder.webhooks.rest.WebhookForm.WebhookRequest;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.Webhook.Kind;
import org.wvwbuilder.webhooks.store.Webhook.Visibility;

/** Holds what somebody wants against what a webhook may be; one answer names all that is not right. */
final class Checking {
    private static final int MOST_NAME = 100;
    private static final String HIDDEN = "…";

    private final Reach reach;
    private final List<String> types;

    /** @param types of the events that there are */
    Checking(Reach reach, List<String> types) {
        this.reach = reach;
        this.types = List.copyOf(types);
    }

    /** @param url empty where it stays */
    record Wanted(String name, String url, String shownUrl, Kind kind, List<String> events, Visibility visibility) {}

    Wanted whole(WebhookRequest request) throws InterruptedException {
        var wrong = new ArrayList<Field>();
        var kind = request.kind().orElse(Kind.JSON);
        var name = name(request.name().orElse(""), wrong);
        var shown = shown(request.url().orElse(""), kind, wrong);
        var events = events(request.events().orElse(List.of()), wrong);
        if (!wrong.isEmpty()) throw Problem.invalid(wrong);
        return new Wanted(
                name,
                request.url().orElse(""),
                shown,
                kind,
                events,
                request.visibility().orElse(Visibility.PUBLIC));
    }

    Wanted changed(WebhookRequest request, Webhook before) throws InterruptedException {
        var wrong = new ArrayList<Field>();
        var name = request.name().isPresent() ? name(request.name().get(), wrong) : before.name();
        var shown = request.url().isPresent() ? shown(request.url().get(), before.kind(), wrong) : before.shownUrl();
        var events = request.events().isPresent() ? events(request.events().get(), wrong) : before.events();
        if (request.kind().filter(kind -> kind != before.kind()).isPresent()) {
            wrong.add(new Field("/kind", "the kind that it has; make a second webhook for another"));
        }
        if (!wrong.isEmpty()) throw Problem.invalid(wrong);
        return new Wanted(
                name,
                request.url().orElse(""),
                shown,
                before.kind(),
                events,
                request.visibility().orElse(before.visibility()));
    }

    private static String name(String asked, List<Field> wrong) {
        var name = asked.strip();
        boolean printable = name.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
        if (name.isEmpty() || name.length() > MOST_NAME || !printable) {
            wrong.add(new Field("/name", "1 to " + MOST_NAME + " characters on one line"));
        }
        return name;
    }

    private String shown(String url, Kind kind, List<Field> wrong) throws InterruptedException {
        try {
            if (url.contains(HIDDEN)) throw new Refused("the whole address, or no url to leave it as it is");
            var target = Target.of(url);
            reach.check(target);
            if (kind == Kind.DISCORD && !target.path().matches("/api/(v[0-9]+/)?webhooks/[0-9]+/[A-Za-z0-9_-]+")) {
                throw new Refused("the address that Discord shows under 'Copy Webhook URL': …/api/webhooks/ID/TOKEN");
            }
            return target.shown(kind == Kind.DISCORD);
        } catch (Refused refused) {
            wrong.add(new Field("/url", refused.getMessage()));
            return "";
        }
    }

    private List<String> events(List<String> asked, List<Field> wrong) {
        if (asked.equals(List.of(Webhook.ALL))) return asked;
        boolean known = !asked.isEmpty() && asked.stream().allMatch(event -> event != null && types.contains(event));
        if (!known || new HashSet<>(asked).size() != asked.size()) {
            wrong.add(new Field("/events", "[\"*\"] for all, or some of " + String.join(", ", types) + ", each once"));
        }
        return asked;
    }
}
