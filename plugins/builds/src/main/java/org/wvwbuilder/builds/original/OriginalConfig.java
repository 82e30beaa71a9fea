package org.wvwbuilder.builds.original;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;

/**
 * What a build of the original says in JSON of any shape: names of the game somewhere, and perhaps a chat link.
 *
 * @param words all texts in it, in their order
 * @param json false when it is none, and so one word
 */
record OriginalConfig(List<String> words, boolean json) {
    private static final int MOST_WORDS = 500;
    private static final Pattern LINK = Pattern.compile("\\[&[A-Za-z0-9+/=]{4,4000}]");

    static OriginalConfig of(String text) {
        var words = new ArrayList<String>();
        try {
            if (!text.isBlank()) collect(JSON.std.anyFrom(text), words);
            return new OriginalConfig(words, true);
        } catch (IOException none) {
            return new OriginalConfig(List.of(text), false);
        }
    }

    private static void collect(Object value, List<String> words) {
        if (words.size() >= MOST_WORDS) return;
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(part -> collect(part, words));
            case List<?> list -> list.forEach(part -> collect(part, words));
            case String word -> words.add(word.strip());
            case null -> {}
            default -> {}
        }
    }

    /** Whether something in it looks like a chat link. */
    boolean hasLink() {
        return words.stream().anyMatch(word -> LINK.matcher(word).find());
    }

    /** The template of the first build link in it that can be read. */
    Optional<BuildTemplate> template() {
        for (var word : words) {
            var links = LINK.matcher(word);
            while (links.find()) {
                var template = read(links.group());
                if (template.isPresent()) return template;
            }
        }
        return Optional.empty();
    }

    private static Optional<BuildTemplate> read(String link) {
        try {
            return Optional.of(ChatLink.decode(link));
        } catch (ChatLinkFault broken) {
            return Optional.empty();
        }
    }
}
