package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.gear.Attributes;
import org.wvwbuilder.builds.gear.Source;
import org.wvwbuilder.builds.gear.Sources;
import org.wvwbuilder.builds.gear.Wardrobe;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.ShareCodeFault;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.Assembler;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Findings;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/** Reads and writes share codes, which carry gear, for anyone; and evaluates builds. Stores nothing. */
@Path("share-codes")
@Consumes("application/json")
@Produces("application/json")
public final class ShareCodeResource {
    private final Supplier<Catalogue> catalogue;

    ShareCodeResource(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Doc("A build with its gear as one text.")
    public record Code(@Doc("wvw1.…") String shareCode) {}

    @Doc("A build that is not saved.")
    public record Sketch(
            @Doc("As the game copies it. Give this or the template.")
            Optional<String> chatLink,

            Optional<Template> template,
            Optional<Equipment> equipment) {

        public Sketch {
            chatLink = chatLink == null ? Optional.empty() : chatLink;
            template = template == null ? Optional.empty() : template;
            equipment = equipment == null ? Optional.empty() : equipment;
        }
    }

    @Doc("What a build is and gives.")
    public record Evaluation(
            String shareCode,
            String chatLink,
            Template template,
            Equipment equipment,
            List<Attributes> attributes,
            List<Source> boonSources) {}

    @POST
    @Path("decode")
    @PermitAll
    @Doc(value = "What a share code says, with names, attributes and boon sources", problems = 422)
    public Evaluation decode(Code code) {
        return evaluation(read(code.shareCode()));
    }

    @POST
    @Path("encode")
    @PermitAll
    @Doc(value = "The share code of a build and its gear, with what they give", problems = 422)
    public Evaluation encode(Sketch sketch) {
        var findings = new Findings();
        var equipment = sketch.equipment().orElse(Equipment.NONE);
        new EquipmentForm(catalogue.get(), findings).check(equipment);
        findings.refuse();
        var template = sketch.chatLink()
                .map(ChatLinkResource::read)
                .or(() -> sketch.template().map(given -> Assembler.assemble(catalogue.get(), given, "/template")))
                .orElseThrow(() -> Problem.invalid("/chat_link", "the link of a build, or the template instead"));
        return evaluation(new SharedBuild(template, equipment));
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

    private Evaluation evaluation(SharedBuild build) {
        var template = Describer.describe(catalogue.get(), build.template());
        return new Evaluation(
                ShareCode.encode(build),
                ChatLink.encode(build.template()),
                template,
                build.equipment(),
                Wardrobe.attributes(catalogue.get(), template.profession(), build.equipment()),
                Sources.of(catalogue.get(), template, build.equipment()));
    }
}
