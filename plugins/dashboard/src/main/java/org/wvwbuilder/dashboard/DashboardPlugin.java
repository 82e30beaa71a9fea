package org.wvwbuilder.dashboard;

import java.time.Duration;
import java.util.List;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.AccountChanged;

/** Opens the plugin: what writes the log of what happened, and what people see of it. */
public final class DashboardPlugin implements Plugin {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(400);

    @Override
    public OpenPlugin open(PluginContext context) {
        var log = new ActivityLog(context.database());
        var clock = context.clock();
        var recorder = new Recorder(log, context.log());
        var witness = new Witness(clock);
        var past = new Past(() -> context.findAll(ActivitySource.class), log, clock);
        if (context.serving()) past.begin();
        var resource = new DashboardResource(
                log, past, new Readers(() -> context.find(Teams.class), () -> context.find(Accounts.class)), clock);
        return new Opened(
                List.of(
                        new Resource(resource),
                        new Subscription<>(Event.class, event -> {
                            if (event instanceof AccountChanged changed
                                    && changed.change() == AccountChanged.Change.DELETED) {
                                log.forget(changed.accountId());
                            }
                            var logged = witness.of(event);
                            if (logged.isPresent()) recorder.take(logged.get());
                        }),
                        new Gauge(
                                "dropped",
                                "activities",
                                "Activities that could not be written since the start",
                                recorder::dropped),
                        new Offer<>(PersonalData.class, new PersonalActivities(log)),
                        new Job(
                                "retention",
                                new Text("Forget old activities", "Oublier les anciennes activités"),
                                Schedule.every(A_DAY),
                                () -> "forgot " + log.forget(clock.instant().minus(KEPT)) + " activities")),
                recorder);
    }

    private record Opened(List<Contribution> contributions, Recorder recorder) implements OpenPlugin {
        @Override
        public void close() {
            recorder.close();
        }
    }
}
