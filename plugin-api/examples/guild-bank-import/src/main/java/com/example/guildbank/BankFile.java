package com.example.guildbank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file: CSV in UTF-8, with a first line that names the columns. All of it is right, or none is taken. */
final class BankFile {
    static final String HEADER = "tab,item,count";
    static final int LARGEST = 64 << 10;
    private static final int MOST_STACKS = 250;
    private static final int MOST_FAULTS = 20;
    private static final String FIELD = "(\"(?:[^\"]|\"\"){0,100}\"|[^\",]{0,100})";
    private static final Pattern ROW = Pattern.compile(FIELD + "," + FIELD + ",\"?([0-9]{1,9})\"?");

    /** Something that is not right, and in which line. */
    record Fault(int line, String what) {}

    /** The file has faults. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final transient List<Fault> faults;

        Wrong(List<Fault> faults) {
            super(faults.stream().map(one -> "line " + one.line() + ": " + one.what()).collect(Collectors.joining(" ")));
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }

    /** The file is too large to be read. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("A guild bank is a file of at most " + LARGEST / 1024 + " KiB.");
        }
    }

    private BankFile() {}

    static List<Stack> read(InputStream input) throws IOException, TooLong, Wrong {
        // One byte more than allowed is enough to know: whoever sends gigabytes does not fill the memory.
        var bytes = input.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) throw new TooLong();
        var lines = text(bytes).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new Wrong(List.of(new Fault(1, "must be " + HEADER + ", with commas.")));
        }
        var stacks = new ArrayList<Stack>();
        var faults = new ArrayList<Fault>();
        for (int i = 1; i < lines.size() && faults.size() < MOST_FAULTS; i++) {
            var row = ROW.matcher(lines.get(i));
            if (!row.matches()) faults.add(new Fault(i + 1, "write a tab, an item and a number, with commas between."));
            else if (stacks.size() == MOST_STACKS) faults.add(new Fault(i + 1, "a bank has " + MOST_STACKS + " slots."));
            else take(i + 1, new Stack(bare(row.group(1)), bare(row.group(2)), Integer.parseInt(row.group(3))), stacks, faults);
        }
        if (!faults.isEmpty()) throw new Wrong(faults);
        return stacks;
    }

    private static void take(int line, Stack stack, List<Stack> stacks, List<Fault> faults) {
        if (stack.tab().isBlank() || stack.item().isBlank()) faults.add(new Fault(line, "tab and item must not be empty."));
        else if (stack.count() < 1 || stack.count() > 250) faults.add(new Fault(line, "count must be from 1 to 250."));
        else stacks.add(stack);
    }

    private static String text(byte[] bytes) throws Wrong {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Spreadsheets begin UTF-8 with a mark. The character zero is none that PostgreSQL keeps.
            if (text.indexOf('\0') < 0) return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            System.getLogger(BankFile.class.getName()).log(System.Logger.Level.DEBUG, "not UTF-8", other);
        }
        throw new Wrong(List.of(new Fault(1, "the file is no text in UTF-8: save it as \"CSV UTF-8\".")));
    }

    private static String bare(String field) {
        if (!field.startsWith("\"")) return field.strip();
        return field.substring(1, field.length() - 1).replace("\"\"", "\"").strip();
    }
}
