package org.wvwbuilder.webhooks;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.webhooks.address.Reach;
import org.wvwbuilder.webhooks.address.Resolver;
import org.wvwbuilder.webhooks.deliver.Courier;
import org.wvwbuilder.webhooks.deliver.Intake;
import org.wvwbuilder.webhooks.deliver.Retention;
import org.wvwbuilder.webhooks.deliver.Tally;
import org.wvwbuilder.webhooks.rest.Resources;
import org.wvwbuilder.webhooks.seal.SealFile;
import org.wvwbuilder.webhooks.send.Sender;

/** Opens the plugin: what listens to events, what sends them, and what administrators see of it. */
public final class WebhooksPlugin implements Plugin {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Override
    public OpenPlugin open(PluginContext context) throws NoSuchAlgorithmException {
        return open(context, Resolver.system(), SSLContext.getDefault());
    }

    /** With names and certificates of a test. */
    static OpenPlugin open(PluginContext context, Resolver resolver, SSLContext tls) {
        var settings = context.config(WebhooksSettings.class);
        var database = context.database();
        var clock = context.clock();
        var tally = new Tally();
        var seal = new SealFile(settings.keyFile().orElse(context.directory().resolve("webhooks.secret")));
        var reach = new Reach(settings.allow(), settings.plain(), settings.ports(), resolver);
        var sender = new Sender(reach, tls, settings.timeout(), "WvW-Builder-Webhooks/1");
        var courier = new Courier(database, clock, context.log(), seal, sender, settings.timeout(), tally);
        var intake = new Intake(
                database,
                clock,
                settings.queue(),
                ids -> context.find(Accounts.class)
                        .map(accounts -> accounts.names(ids))
                        .orElse(Map.of()),
                tally);
        if (context.serving()) courier.start();
        var contributions = new ArrayList<Contribution>();
        Resources.of(context, reach, seal, intake, courier::wake)
                .forEach(resource -> contributions.add(new Resource(resource)));
        contributions.addAll(Numbers.gauges(database, tally));
        contributions.addAll(List.of(
                new Subscription<>(Event.class, event -> {
                    if (intake.take(event)) courier.wake();
                }),
                new Job(
                        "retention",
                        new Text("Delete old deliveries of webhooks", "Supprimer les anciens envois des webhooks"),
                        Schedule.every(AN_HOUR),
                        new Retention(database, clock, settings.keep())::run),
                new Check("webhooks", new Standing(database, seal)),
                new Panel(
                        "webhooks",
                        new Text("Webhooks", "Webhooks"),
                        Panel.Slot.ADMINISTRATION,
                        "webhooks.js",
                        "link",
                        Set.of(Roles.ADMIN),
                        60)));
        return new Opened(contributions, courier);
    }

    private record Opened(List<Contribution> contributions, Courier courier) implements OpenPlugin {
        @Override
        public void close() {
            courier.close();
        }
    }
}
