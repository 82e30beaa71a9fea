package org.wvwbuilder.dashboard;

import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.PersonalData;

/** What the log knows about a person. */
record PersonalActivities(ActivityLog log) implements PersonalData {
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public List<Map<String, Object>> of(String accountId) {
        return log.of(accountId, DashboardResource.NEWEST, MOST).stream()
                .map(one -> Map.<String, Object>of(
                        "type", one.type(), "title", one.title(), "subject_id", one.subject(), "at", one.at()))
                .toList();
    }
}
