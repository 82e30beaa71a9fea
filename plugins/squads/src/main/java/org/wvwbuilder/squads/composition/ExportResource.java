package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.composition.CompositionAnswers.Judged;
import org.wvwbuilder.squads.export.Format;
import org.wvwbuilder.squads.export.Sheet;
import org.wvwbuilder.squads.export.Sheet.Group;
import org.wvwbuilder.squads.export.Sheet.Measure;
import org.wvwbuilder.squads.export.Sheet.Row;
import org.wvwbuilder.squads.optimise.Plan.Coverage;

/** Compositions for other places: text, Discord, a spreadsheet, a picture. */
@Path("compositions")
@Produces({"text/plain", "text/csv", "image/png"})
public final class ExportResource {
    private final Compositions compositions;
    private final CompositionAnswers answers;

    ExportResource(Compositions compositions, CompositionAnswers answers) {
        this.compositions = compositions;
        this.answers = answers;
    }

    @GET
    @Path("{id}/export")
    @PermitAll
    @Doc(
            value = "A composition as text, Discord Markdown, CSV or PNG",
            answer = byte[].class,
            problems = {404, 422})
    public Response export(
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("text") @Doc("text, discord, csv or png") String format,
            @Context Caller caller) {
        var wanted = format(format);
        return answer(compositions.seen(id, CompositionResource.viewer(caller)), wanted);
    }

    @GET
    @Path("shared/{code}/export")
    @PermitAll
    @Doc(
            value = "The same by a public address",
            answer = byte[].class,
            problems = {404, 422})
    public Response exportShared(
            @PathParam("code") String code,
            @QueryParam("format") @DefaultValue("text") @Doc("text, discord, csv or png") String format) {
        var wanted = format(format);
        return answer(LinkResource.find(compositions, code), wanted);
    }

    private static Format format(String word) {
        return Format.named(word).orElseThrow(() -> Problem.invalid("?format", "text, discord, csv or png"));
    }

    private Response answer(Composition composition, Format format) {
        var sheet = sheet(composition, answers.judge(composition));
        var name = format.fileName(sheet.title());
        return Response.ok(format.write(sheet), format.type())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Sheet sheet(Composition composition, Judged judged) {
        var details = composition.details();
        var groups = new ArrayList<Group>();
        for (int i = 0; i < details.subgroups().size(); i++) {
            var rows = details.subgroups().get(i).stream()
                    .filter(slot -> !slot.player().isEmpty() || !slot.build().isEmpty())
                    .map(slot -> row(slot, judged))
                    .toList();
            if (!rows.isEmpty()) groups.add(new Group(i + 1, rows, measures(judged, Optional.of(i + 1))));
        }
        var rules = judged.rules().map(RuleSet::title).orElse(details.ruleSet());
        long players = details.players();
        var subtitle = rules + ", " + players + (players == 1 ? " player" : " players");
        return new Sheet(details.name(), subtitle, groups, measures(judged, Optional.empty()));
    }

    private static Row row(Slot slot, Judged judged) {
        var archetype = judged.known().find(slot.build());
        return new Row(
                slot.player(),
                slot.build().isEmpty() ? "" : judged.known().label(slot.build()),
                archetype.map(Archetype::profession).orElse(""),
                archetype.map(Archetype::role).orElse(""));
    }

    private static List<Measure> measures(Judged judged, Optional<Integer> subgroup) {
        return judged.coverage().stream()
                .filter(rule -> rule.subgroup().equals(subgroup))
                .map(ExportResource::measure)
                .toList();
    }

    private static Measure measure(Coverage rule) {
        return new Measure(rule.rule().key(), rule.have(), rule.need());
    }
}
