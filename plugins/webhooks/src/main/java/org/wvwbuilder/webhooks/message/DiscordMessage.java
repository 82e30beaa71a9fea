package org.wvwbuilder.webhooks.message;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events as messages of Discord: one embed, within its limits (title 256, field 256 and 1024, 25 fields, 6000 together).
 * Nobody is mentioned, and what people wrote shows as they wrote it, not as Markdown.
 */
public final class DiscordMessage {
    private static final int MOST_TITLE = 256;
    private static final int MOST_NAME = 100;
    private static final int MOST_VALUE = 1_024;
    private static final int MOST_FIELDS = 10;
    private static final int MOST_TOGETHER = 5_500;
    private static final int CALM = 0x2f7f86;
    private static final int ALARM = 0xb3362b;
    private static final int GREY = 0x6b7280;

    private DiscordMessage() {}

    /** @param names of the accounts that the event names, by id */
    public static String body(Facts facts, Map<String, String> names) {
        var embed = new LinkedHashMap<String, Object>();
        embed.put("title", title(facts));
        embed.put("color", color(facts.type()));
        embed.put("timestamp", facts.at().truncatedTo(ChronoUnit.MILLIS).toString());
        embed.put("fields", fields(facts, names));
        embed.put("footer", Map.of("text", "WvW Builder"));
        return SignedJson.json(new LinkedHashMap<>(Map.of(
                "embeds", List.of(embed),
                "allowed_mentions", Map.of("parse", List.of()))));
    }

    private static String title(Facts facts) {
        boolean made = Boolean.TRUE.equals(facts.values().get("created"));
        var type = made ? facts.type().replaceFirst("-saved$", "-created") : facts.type();
        var name = facts.values().get("name");
        return plain(words(type) + (name == null ? "" : ": " + name), MOST_TITLE);
    }

    private static int color(String type) {
        if (type.matches(".*(alert|fail).*")) return ALARM;
        return type.endsWith("-deleted") ? GREY : CALM;
    }

    private static List<Map<String, Object>> fields(Facts facts, Map<String, String> names) {
        var fields = new ArrayList<Map<String, Object>>();
        int together = MOST_TITLE;
        for (var fact : facts.values().entrySet()) {
            var key = fact.getKey();
            if (key.matches("name|created|visibility") || fact.getValue() == null) continue;
            boolean person = names.containsKey(fact.getValue().toString());
            // An id says nothing to people.
            if (key.matches("(.*_)?id") && !person) continue;
            var value = person ? names.get(fact.getValue().toString()) : text(fact.getValue());
            var shown = plain(value, Math.min(MOST_VALUE, MOST_TOGETHER - together));
            if (shown.isEmpty() || fields.size() == MOST_FIELDS) continue;
            together += shown.length() + MOST_NAME;
            fields.add(Map.of(
                    "name",
                    plain(words(key.replaceFirst("_id$", "")), MOST_NAME),
                    "value",
                    shown,
                    "inline",
                    shown.length() <= 40));
        }
        return fields;
    }

    private static String text(Object value) {
        if (value instanceof List<?> items)
            return String.join(", ", items.stream().map(String::valueOf).toList());
        return value instanceof Map<?, ?> ? "" : value.toString();
    }

    /** Words for people: {@code log-alert} is Log alert. */
    static String words(String key) {
        var words = key.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The text as it is, on one line, with what Discord would read as markup told apart; cut where it is too long. */
    static String plain(String text, int most) {
        var out = new StringBuilder();
        for (int point : text.strip().codePoints().toArray()) {
            boolean control = Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.SURROGATE;
            var one = control ? " " : Character.toString(point);
            if ("\\*_~`|<>[]()#@:-+".indexOf(point) >= 0) one = "\\" + one;
            if (out.length() + one.length() > most - 1)
                return most < 2 ? "" : out.append('…').toString();
            out.append(one);
        }
        return out.toString();
    }
}
