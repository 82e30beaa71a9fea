package org.wvwbuilder.squads.composition;

import java.util.List;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playables;

/** The resources of this package. */
public final class CompositionResources {

    private CompositionResources() {}

    public static List<Object> of(
            Compositions compositions, Judgements judgements, Playables playables, PluginContext context) {
        var answers = new CompositionAnswers(judgements, playables, () -> context.find(Accounts.class));
        var editing = new Editing(compositions, answers, judgements, playables, context.clock(), context::publish);
        return List.of(
                new CompositionListResource(compositions, answers),
                new CompositionResource(compositions, editing, answers),
                new HistoryResource(compositions, editing, answers),
                new LinkResource(compositions, answers),
                new CompareResource(compositions, answers),
                new ExportResource(compositions, answers));
    }
}
