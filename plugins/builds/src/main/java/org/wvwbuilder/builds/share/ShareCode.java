package org.wvwbuilder.builds.share;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;

/**
 * The text form of a build with its gear: {@code wvw1.} and what is behind it in the alphabet of Base64 for addresses. One
 * build has one code. The last four bytes are a checksum, so that a letter too few is told from a build.
 */
public final class ShareCode {
    /** The longest text that is looked at; a code of today has some 250 characters. */
    public static final int MOST_CHARACTERS = 4_096;

    private static final String PREFIX = "wvw1.";
    private static final Pattern ANY_VERSION = Pattern.compile("wvw(\\d{1,9})\\..*", Pattern.DOTALL);
    private static final int CHECKSUM = 4;
    private static final String COPY_AGAIN = " Copy the whole code again.";

    private ShareCode() {}

    public static String encode(SharedBuild build) {
        var out = new ByteWriter();
        out.packed(bytes(ChatLink.encode(build.template())));
        GearBytes.write(build.equipment(), out);
        var body = out.bytes();
        out.fixed(checksum(body));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(out.bytes());
    }

    /** @throws ShareCodeFault when it is none, is damaged, or comes from another version */
    public static SharedBuild decode(String code) throws ShareCodeFault {
        var bytes = open(code);
        int end = bytes.length - CHECKSUM;
        if (end < 0) throw new ShareCodeFault("This share code ends too early." + COPY_AGAIN);
        var body = Arrays.copyOf(bytes, end);
        if (new ByteReader(Arrays.copyOfRange(bytes, end, bytes.length)).fixed() != checksum(body)) {
            throw new ShareCodeFault("This share code was changed or cut on its way." + COPY_AGAIN);
        }
        var in = new ByteReader(body);
        var link = "[&" + Base64.getEncoder().encodeToString(in.packed()) + "]";
        var equipment = GearBytes.read(in);
        in.end();
        try {
            return new SharedBuild(ChatLink.decode(link), equipment);
        } catch (ChatLinkFault fault) {
            throw new ShareCodeFault("The build in this share code cannot be read: " + fault.getMessage());
        }
    }

    private static byte[] open(String code) throws ShareCodeFault {
        var text = code.strip();
        if (text.length() > MOST_CHARACTERS) {
            throw new ShareCodeFault("This text is longer than any share code." + COPY_AGAIN);
        }
        var version = ANY_VERSION.matcher(text);
        if (!version.matches()) throw new ShareCodeFault("A share code starts with wvw1." + COPY_AGAIN);
        if (!text.startsWith(PREFIX)) {
            throw new ShareCodeFault("This share code is of version " + version.group(1)
                    + ", and this server reads version 1: ask for a code from a server of this version, or update.");
        }
        try {
            return Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException other) {
            throw new ShareCodeFault("In this share code stand characters that none has." + COPY_AGAIN);
        }
    }

    private static byte[] bytes(String link) {
        return Base64.getDecoder().decode(link.substring(2, link.length() - 1));
    }

    private static int checksum(byte[] body) {
        var crc = new CRC32();
        crc.update(PREFIX.getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        return (int) crc.getValue();
    }
}
