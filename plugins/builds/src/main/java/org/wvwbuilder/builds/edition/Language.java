package org.wvwbuilder.builds.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that the game's official API speaks. */
public enum Language {
    ENGLISH("en"),
    FRENCH("fr"),
    GERMAN("de"),
    SPANISH("es");

    /** Their codes, to be shown. */
    public static final String CODES = Stream.of(values()).map(Language::code).collect(Collectors.joining(", "));

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @param tag such as fr or fr-CA, in any case */
    public static Optional<Language> of(String tag) {
        var code = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
