package org.wvwbuilder.webhooks.rest;

import java.util.List;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.webhooks.address.Reach;
import org.wvwbuilder.webhooks.deliver.Intake;
import org.wvwbuilder.webhooks.message.EventTypes;
import org.wvwbuilder.webhooks.seal.SealFile;

/** The resources of this package. */
public final class Resources {
    private Resources() {}

    /** @param changed something may be due now */
    public static List<Object> of(PluginContext context, Reach reach, SealFile seal, Intake intake, Runnable changed) {
        var types = EventTypes.all();
        var changing =
                new Changing(context.database(), seal, new Checking(reach, types), context.clock(), context.log());
        return List.of(
                new WebhookResource(changing, intake, types, changed),
                new DeliveryResource(context.database(), changing, intake, changed));
    }
}
