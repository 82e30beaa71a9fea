package org.wvwbuilder.backup.saying;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.plugin.Doc;

/** A sentence for those who say it in another language. */
@Doc("A sentence by its code, for those who say it in another language.")
public record Told(
        @Doc("Which sentence it is; other when it is none of those that have a code.")
        String code,

        @Doc("What stands in it, by name; of other the text as it is.")
        Map<String, String> values) {
    public Told {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
