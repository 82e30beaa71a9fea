package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.gear.Attributes;
import org.wvwbuilder.builds.gear.Source;
import org.wvwbuilder.builds.gear.Sources;
import org.wvwbuilder.builds.gear.Wardrobe;
import org.wvwbuilder.builds.gear.Wielding;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.ShareCodeFault;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.Assembler;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Findings;
import org.wvwbuilder.builds.template.Soundness;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/** Reads and writes share codes, which carry gear, for anyone; and evaluates builds. Stores nothing. */
@Path("share-codes")
@Consumes("application/json")
@Produces("application/json")
public final class ShareCodeResource {
    private static final int MOST_NOTES = 10_000;

    private final FactLists lists;

    ShareCodeResource(FactLists lists) {
        this.lists = lists;
    }

    @Doc("A build with its gear as one text.")
    public record Code(@Doc("wvw1.…") String shareCode) {}

    @Doc("A build that is not saved.")
    public record Sketch(
            @Doc("As the game copies it. Give this or the template.")
            Optional<String> chatLink,

            Optional<Template> template,
            Optional<Equipment> equipment,

            @Doc("Markdown, at most 10,000 characters; for its HTML.")
            Optional<String> notes) {

        public Sketch {
            chatLink = chatLink == null ? Optional.empty() : chatLink;
            template = template == null ? Optional.empty() : template;
            equipment = equipment == null ? Optional.empty() : equipment;
            notes = notes == null ? Optional.empty() : notes;
        }
    }

    @Doc("What a build is and gives.")
    public record Evaluation(
            String shareCode,
            String chatLink,
            Template template,
            Equipment equipment,
            List<Attributes> attributes,
            List<Source> boonSources,

            @Doc("What the game would not let anybody choose, by the places in a request to save it.")
            List<Flaw> flaws,

            @Doc("The notes as HTML, safe to show.") String notesHtml) {}

    @Doc("A place that does not fit, and what would.")
    public record Flaw(String pointer, String detail) {}

    @POST
    @Path("decode")
    @PermitAll
    @Doc(value = "What a share code says, with names, attributes and boon sources", problems = 422)
    public Evaluation decode(@QueryParam("lang") @Doc("en, fr, de, es: of the names") String lang, Code code) {
        return evaluation(lists.catalogue(lang), read(code.shareCode()), "");
    }

    @POST
    @Path("encode")
    @PermitAll
    @Doc(value = "The share code of a build and its gear, with what they give", problems = 422)
    public Evaluation encode(@QueryParam("lang") @Doc("en, fr, de, es: of the names") String lang, Sketch sketch) {
        var catalogue = lists.catalogue(lang);
        var notes = sketch.notes().orElse("");
        var findings = new Findings();
        var equipment = sketch.equipment().orElse(Equipment.NONE);
        findings.check(notes.length() <= MOST_NOTES, "/notes", "at most 10,000 characters");
        new EquipmentForm(catalogue, findings).check(equipment);
        findings.refuse();
        var template = sketch.chatLink()
                .map(ChatLinkResource::read)
                .or(() -> sketch.template().map(given -> Assembler.assemble(catalogue, given, "/template")))
                .orElseThrow(() -> Problem.invalid("/chat_link", "the link of a build, or the template instead"));
        return evaluation(catalogue, new SharedBuild(template, equipment), notes);
    }

    /** @throws Problem 422 when it is no share code of this version */
    static SharedBuild read(String code) {
        if (code == null) throw Problem.invalid("/share_code", "a share code: wvw1.…");
        try {
            return ShareCode.decode(code);
        } catch (ShareCodeFault fault) {
            throw Problem.invalid("/share_code", fault.getMessage());
        }
    }

    private static Evaluation evaluation(Catalogue catalogue, SharedBuild build, String notes) {
        var template = Describer.describe(catalogue, build.template());
        return new Evaluation(
                ShareCode.encode(build),
                ChatLink.encode(build.template()),
                template,
                build.equipment(),
                Wardrobe.attributes(catalogue, template.profession(), build.equipment()),
                Sources.of(catalogue, template, build.equipment()),
                flaws(catalogue, build),
                Notes.html(notes));
    }

    private static List<Flaw> flaws(Catalogue catalogue, SharedBuild build) {
        var profession = build.template().profession().title();
        var findings = new ArrayList<Flaw>();
        Soundness.flaws(catalogue, build.template())
                .forEach(flaw -> findings.add(new Flaw("/template" + flaw.pointer(), flaw.detail())));
        Wielding.flaws(catalogue, profession, build.equipment())
                .forEach(flaw -> findings.add(new Flaw(flaw.pointer(), flaw.detail())));
        return findings;
    }
}
