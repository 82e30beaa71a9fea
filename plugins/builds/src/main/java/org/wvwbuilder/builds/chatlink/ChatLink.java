package org.wvwbuilder.builds.chatlink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The text form of a build template: {@code [&} + Base64 + {@code ]}, as the game puts it on the clipboard.
 *
 * <p>Reading forgives blanks around the link and missing or surplus padding; writing gives the one normal form. The
 * bytes inside are never changed.
 */
public final class ChatLink {

    /** The longest text that is looked at; the longest link of today has 2,108 characters. */
    public static final int MOST_CHARACTERS = 4_096;

    /** How many bytes beyond the known fields are kept. */
    public static final int MOST_TRAILING_BYTES = 1_024;

    /** What our share codes begin with, of whatever version. */
    private static final Pattern SHARE_CODE = Pattern.compile("wvw[0-9]+\\.");

    private static final String COPY_AGAIN = " Copy the whole link again from the game's build panel.";

    private ChatLink() {}

    /**
     * Reads a link.
     *
     * @throws ChatLinkFault when it is none, or not one of a build template
     */
    public static BuildTemplate decode(String link) throws ChatLinkFault {
        return TemplateReader.read(open(link));
    }

    /** Writes the link of a template. */
    public static String encode(BuildTemplate template) {
        return "[&" + Base64.getEncoder().encodeToString(TemplateWriter.write(template)) + "]";
    }

    private static byte[] open(String link) throws ChatLinkFault {
        if (link.length() > MOST_CHARACTERS) {
            throw new ChatLinkFault("This text is longer than any build link." + COPY_AGAIN);
        }
        var text = link.strip();
        if (SHARE_CODE.matcher(text).lookingAt()) {
            throw new ChatLinkFault("This is a share code and no build link: give it as share_code.");
        }
        if (!text.startsWith("[&") || !text.endsWith("]")) {
            throw new ChatLinkFault("A build link starts with [& and ends with ]." + COPY_AGAIN);
        }
        int end = text.length() - 1;
        while (end > 2 && text.charAt(end - 1) == '=') end--;
        try {
            return Base64.getDecoder().decode(text.substring(2, end).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            throw new ChatLinkFault(
                    "Between [& and ] stand characters that no link has, or one is missing." + COPY_AGAIN);
        }
    }
}
