package org.wvwbuilder.backup.retention;

import java.util.List;

/**
 * What becomes of a backup.
 *
 * @param reasons why it stays: {@code last 1}, {@code daily 2026-11-28}; empty when it goes
 */
public record Verdict(String id, List<String> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public boolean kept() {
        return !reasons.isEmpty();
    }
}
