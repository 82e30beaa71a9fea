package org.wvwbuilder.builds.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;

/**
 * Whatever somebody pastes as a chat link or a share code is refused in words, or comes back as it was once it is written and
 * read again. The first byte chooses: the text of a link, its bytes, the text of a code, its bytes with a right sum.
 */
public final class PastedTextFuzzTarget {
    private static final String PREFIX = "wvw1.";

    private PastedTextFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        takes(input);
    }

    /** @return whether it was no refusal */
    static boolean takes(byte[] input) {
        if (input.length == 0) return false;
        var rest = Arrays.copyOfRange(input, 1, input.length);
        return switch (input[0] & 3) {
            case 0 -> link(new String(rest, StandardCharsets.UTF_8));
            case 1 -> link("[&" + Base64.getEncoder().encodeToString(rest) + "]");
            case 2 -> code(new String(rest, StandardCharsets.UTF_8));
            default -> code(summed(rest));
        };
    }

    private static boolean link(String text) {
        try {
            var template = ChatLink.decode(text);
            var again = ChatLink.encode(template);
            require(ChatLink.decode(again).equals(template), "another build");
            require(ChatLink.encode(ChatLink.decode(again)).equals(again), "another link");
            return true;
        } catch (ChatLinkFault refused) {
            require(refused.getMessage().endsWith("."), "no sentence: " + refused.getMessage());
            return false;
        }
    }

    private static boolean code(String text) {
        try {
            var build = ShareCode.decode(text);
            var again = ShareCode.encode(build);
            require(ShareCode.decode(again).equals(build), "another build");
            require(ShareCode.encode(ShareCode.decode(again)).equals(again), "another code");
            return true;
        } catch (ShareCodeFault refused) {
            require(refused.getMessage().endsWith("."), "no sentence: " + refused.getMessage());
            return false;
        }
    }

    private static String summed(byte[] body) {
        var crc = new CRC32();
        crc.update(PREFIX.getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        var bytes = ByteBuffer.allocate(body.length + 4).put(body).putInt((int) crc.getValue());
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
