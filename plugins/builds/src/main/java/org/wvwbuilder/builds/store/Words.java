package org.wvwbuilder.builds.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as the search compares it: without case, accents and punctuation. */
final class Words {
    private static final int LONGEST = 32;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** The words of a text, each once, in their order; of long ones the first 32 characters. */
    static Set<String> of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var words = new LinkedHashSet<String>();
        for (var word : BETWEEN.split(plain.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) words.add(start(word, LONGEST));
        }
        return words;
    }

    /** The first characters of a word, never half of one. */
    static String start(String word, int characters) {
        return word.codePointCount(0, word.length()) <= characters
                ? word
                : word.substring(0, word.offsetByCodePoints(0, characters));
    }

    /** A text as one word that no text contains: in its case it stays itself alone. */
    static String fact(char kind, String text) {
        return "_" + kind
                + Names.lower(text)
                        .codePoints()
                        .mapToObj(c -> Character.isLetterOrDigit(c)
                                ? Character.toString(c)
                                : "_" + Integer.toHexString(c) + "_")
                        .collect(Collectors.joining());
    }
}
