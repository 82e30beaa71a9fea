package org.wvwbuilder.squads.judgement;

import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.archetype.RuleSets;

/** The archetypes and rule sets of this server: those shipped, with the guild's own rows in their places. */
public final class Judgements {
    final GuildRows<Archetype> ofArchetypes;
    final GuildRows<RuleSet> ofRuleSets;

    public Judgements(Database database) {
        this.ofArchetypes = new GuildRows<>(
                "This archetype",
                database,
                ArchetypeTable::new,
                Archetypes.shipped().all(),
                Archetype::id);
        this.ofRuleSets = new GuildRows<>(
                "This rule set", database, RuleSetTable::new, RuleSets.shipped().all(), RuleSet::id);
    }

    /** As the guild judges today. */
    public Archetypes archetypes() {
        return new Archetypes(ofArchetypes.values());
    }

    /** As the guild plays today. */
    public RuleSets ruleSets() {
        return new RuleSets(ofRuleSets.values());
    }
}
