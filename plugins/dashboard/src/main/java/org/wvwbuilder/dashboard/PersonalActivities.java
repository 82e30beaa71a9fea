package org.wvwbuilder.dashboard;

import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.PersonalData;

/** What the log knows about a person. */
record PersonalActivities(ActivityLog log) implements PersonalData {
    private static final int AT_ONCE = 500;

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public Stream<Map<String, Object>> of(String accountId) {
        return PersonalData.<Logged>paged(
                        last -> log.of(accountId, last.map(Logged::id).orElse(DashboardResource.NEWEST), AT_ONCE))
                .map(one ->
                        Map.of("type", one.type(), "title", one.title(), "subject_id", one.subject(), "at", one.at()));
    }

    @Override
    public void forget(String accountId) {
        log.forget(accountId);
    }
}
