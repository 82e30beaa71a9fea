package org.wvwbuilder.squads.composition;

import static org.wvwbuilder.squads.Client.json;

import org.wvwbuilder.squads.Client;

/** A composition to begin with. */
final class Samples {
    private static final String BODY = """
            {'name':'Reset','rule_set':'guild','tags':['Zerg','zerg'],'notes':'# Hello','subgroups':[{'slots':[
             {'player':'Aya','build':'firebrand-heal'},{'player':'Bor','build':'scourge-power'}]},{'slots':[]},
             {'slots':[{'player':'','build':'tempest-heal'},{'player':'Dot','build':''}]}]%s}""";

    private Samples() {}

    /** @param more further fields, each after a comma */
    static String body(String more) {
        return json(BODY.formatted(more));
    }

    static String path(Client.Reply made) {
        return "/compositions/" + made.field("id");
    }
}
