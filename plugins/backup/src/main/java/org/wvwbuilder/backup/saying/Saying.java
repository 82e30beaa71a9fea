package org.wvwbuilder.backup.saying;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is told of backups again and again. Notes keep the English sentence; because it is written and read by the same
 * pattern here, a note of any age can be told in another language as well.
 */
public enum Saying {
    NEWEST("the newest verified"),
    UNVERIFIED("not verified"),
    TO_COME("its date is still to come"),
    LAST("last {n}"),
    DAILY("daily {day}"),
    WEEKLY("weekly {week}"),
    MONTHLY("monthly {month}"),
    UNPACKED("unpacked {bytes} bytes, whose SHA-256 are those of the manifest"),
    SOUND("the engine opens it, and its structure and foreign keys are sound"),
    SCHEMAS("schema versions of {owners} owners are those of the manifest"),
    ROWS("{rows} rows in {tables} tables, as many as the manifest says"),
    MARK("the mark that was written just before is in it"),
    NOTHING("the database holds nothing that anybody made, so there is nothing to back up:"
            + " if it should, look whether data.directory or database.url is right, and restore the last backup"),
    SHRUNK("the database holds {rows} rows, and the last backup {id} holds {before}:"
            + " if that is right, make one with 'gw2 backup --shrunk'; if not, restore that backup"),
    RESIZED("its file has {bytes} bytes instead of {before}: do not trust it, take another"),
    DIFFERENT("the restore drill found other {what} than the manifest promises ({promised}, found {found}):"
            + " do not trust it, take another"),
    FULL("the disk of {folder} has no room left ({reason}):"
            + " free some, or set backup.directory to a folder on another disk"),
    READ_ONLY("{path} lies on a file system that is read-only: mount it for writing,"
            + " or set backup.directory to another folder"),
    FORBIDDEN("the account {account} may not work with {path}: run it as the owner of {folder},"
            + " or give that account the folder and all that is in it with chown -R"),
    UNWORKABLE("{path} could not be worked with ({kind}): look at the folder {folder} and its disk, then try again"),
    COPIED("copied"),
    COPY_VERIFIED("verified"),
    UNREACHABLE("{endpoint} could not be used, {tries} times over ({reason}):"
            + " check the network and the address, and try again later"),
    REFUSED("backup.offsite.{name} could not {doing} at {endpoint} ({answer}): {remedy}"),
    SPOILT("the copy arrived at {endpoint} as something else than what was sent, and was removed:"
            + " try again, and use another storage when it happens again"),
    STOPPED("the copying was stopped, because the server ends: the next backup sends it too"),
    ENDED("it was ended before it was ready, because the server stops: make another");

    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    private final String text;
    private final List<String> names;
    private final Pattern pattern;

    Saying(String text) {
        // The constants are made before the class's own fields.
        var gap = Pattern.compile("\\{([a-z]+)}");
        this.text = text;
        this.names = gap.matcher(text).results().map(found -> found.group(1)).toList();
        var parts = gap.split(text, -1);
        var whole = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) whole.append("(.+?)").append(Pattern.quote(parts[i]));
        this.pattern = Pattern.compile(whole.toString(), Pattern.DOTALL);
    }

    /** @param values in the order in which they stand in the sentence */
    public String of(Object... values) {
        if (values.length != names.size()) throw new IllegalArgumentException(this + " has " + names);
        int[] next = {0};
        return GAP.matcher(text)
                .replaceAll(gap -> java.util.regex.Matcher.quoteReplacement(String.valueOf(values[next[0]++])));
    }

    /** The code and the values of a sentence; one of no code is {@code other}, and its own value. */
    public static Told told(String sentence) {
        for (var saying : values()) {
            var match = saying.pattern.matcher(sentence);
            if (!match.matches()) continue;
            var values = new HashMap<String, String>();
            for (int i = 0; i < saying.names.size(); i++) values.put(saying.names.get(i), match.group(i + 1));
            return new Told(saying.name().toLowerCase(Locale.ROOT), values);
        }
        return new Told("other", Map.of("text", sentence));
    }
}
