package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds styles in the bundled scripts that the content security policy would refuse. */
final class StyleCheck {
    private static final Pattern REFUSED =
            Pattern.compile("createElement\\([\"'`]style[\"'`]\\)|<style|\\sstyle=|\\beval\\(|data:image|new Function\\(");

    private StyleCheck() {}

    /** @param but the beginning of the names that are known to be right: Lit only falls back to style elements */
    static void of(Path folder, String but) throws IOException {
        for (Path file : Tree.files(folder)) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".js") || name.startsWith(but)) continue;
            String text = Files.readString(file);
            var refused = REFUSED.matcher(text);
            if (!refused.find()) continue;
            int from = Math.max(0, refused.start() - 80);
            String around = text.substring(from, Math.min(text.length(), refused.end() + 80));
            throw new IOException(name + " breaks the content security policy: use classes, static styles and files,"
                    + " or patch it in Patches.java. Near: " + around);
        }
    }
}
