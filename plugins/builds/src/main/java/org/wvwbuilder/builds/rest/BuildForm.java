package org.wvwbuilder.builds.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.builds.gear.Wielding;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.ShareCodeFault;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.builds.template.Assembler;
import org.wvwbuilder.builds.template.Findings;
import org.wvwbuilder.builds.template.Soundness;
import org.wvwbuilder.plugin.Problem;

/** Checks a request to save a build and makes details of it, or names every field that is not right. */
final class BuildForm {
    private static final int MOST_NAME = 100;
    private static final int MOST_WORDS = 40;
    private static final int MOST_TAGS = 20;
    private static final int MOST_NOTES = 10_000;

    private final Catalogue catalogue;
    private final BuildRequest request;
    private final Findings findings = new Findings();

    private final Predicate<String> mayShare;

    private BuildForm(Catalogue catalogue, BuildRequest request, Predicate<String> mayShare) {
        this.mayShare = mayShare;
        this.catalogue = catalogue;
        this.request = request;
    }

    /**
     * The details that a request asks for by itself.
     *
     * @param mayShare whether the person may share builds with a team
     */
    static Details whole(Catalogue catalogue, BuildRequest request, Predicate<String> mayShare) {
        return new BuildForm(catalogue, request, mayShare).details(Optional.empty());
    }

    /** The details with those parts replaced that a request names. */
    static Details changed(Catalogue catalogue, BuildRequest request, Details before, Predicate<String> mayShare) {
        return new BuildForm(catalogue, request, mayShare).details(Optional.of(before));
    }

    private Details details(Optional<Details> before) {
        var name = name(before);
        var gameMode = words("/game_mode", request.gameMode(), before.map(Details::gameMode), "wvw");
        var role = words("/role", request.role(), before.map(Details::role), "");
        var tags = request.tags()
                .map(this::tags)
                .or(() -> before.map(Details::tags))
                .orElse(List.of());
        var notes = request.notes().or(() -> before.map(Details::notes)).orElse("");
        findings.check(notes.length() <= MOST_NOTES, "/notes", "at most 10,000 characters");
        var shared = request.shareCode().map(this::shared);
        var worn = request.equipment().or(() -> shared.map(SharedBuild::equipment));
        var equipment = worn.or(() -> before.map(Details::equipment)).orElse(Equipment.NONE);
        if (worn.isPresent()) new EquipmentForm(catalogue, findings).check(equipment);
        var visibility = visibility(before);
        var team = team(before, visibility);
        boolean link = request.chatLink().isPresent() || request.template().isPresent() || shared.isPresent();
        findings.check(link || before.isPresent(), "/chat_link", "the link of a build, or the template instead");
        findings.refuse();
        var template = link ? shared.map(SharedBuild::template).orElseGet(this::template) : null;
        var chatLink = link ? ChatLink.encode(template) : before.orElseThrow().chatLink();
        var profession = link ? template.profession() : before.orElseThrow().profession();
        var specializations = link
                ? template.lines().stream().map(TraitLine::specialization).toList()
                : before.orElseThrow().specializations();
        if (worn.isPresent()) {
            findings.addAll("", Wielding.flaws(catalogue, profession.title(), equipment));
        }
        findings.refuse();
        return new Details(
                name, chatLink, profession, specializations, equipment, gameMode, role, tags, notes, visibility, team);
    }

    private String name(Optional<Details> before) {
        var name = request.name()
                .map(String::strip)
                .or(() -> before.map(Details::name))
                .orElse("");
        findings.check(
                !name.isEmpty() && name.length() <= MOST_NAME && printable(name),
                "/name",
                "1 to 100 characters, without line breaks and other control characters");
        return name;
    }

    private String words(String pointer, Optional<String> asked, Optional<String> before, String otherwise) {
        var words = asked.map(String::strip).or(() -> before).orElse(otherwise);
        findings.check(words.length() <= MOST_WORDS && printable(words), pointer, "at most 40 characters on one line");
        return words;
    }

    private List<String> tags(List<String> asked) {
        findings.check(asked.size() <= MOST_TAGS, "/tags", "at most 20 tags");
        var tags = new LinkedHashSet<String>();
        for (int i = 0; i < Math.min(asked.size(), MOST_TAGS); i++) {
            var tag = asked.get(i) == null ? "" : asked.get(i).strip().toLowerCase(Locale.ROOT);
            findings.check(
                    !tag.isEmpty() && tag.length() <= MOST_WORDS && printable(tag),
                    "/tags/" + i,
                    "1 to 40 characters on one line");
            tags.add(tag);
        }
        return new ArrayList<>(tags);
    }

    private Visibility visibility(Optional<Details> before) {
        return request.visibility().or(() -> before.map(Details::visibility)).orElse(Visibility.PRIVATE);
    }

    private Optional<String> team(Optional<Details> before, Visibility visibility) {
        var old = before.flatMap(Details::team);
        if (visibility != Visibility.TEAM) {
            findings.check(request.teamId().isEmpty(), "/team_id", "left out, unless visibility is team");
            return Optional.empty();
        }
        var team = request.teamId().or(() -> old);
        boolean allowed = team.isPresent() && (team.equals(old) || mayShare.test(team.get()));
        findings.check(allowed, "/team_id", "a team that you are an editor or owner of");
        return team;
    }

    private SharedBuild shared(String code) {
        boolean alone = request.chatLink().isEmpty()
                && request.template().isEmpty()
                && request.equipment().isEmpty();
        if (!alone)
            throw Problem.invalid("/share_code", "alone, without chat_link, template and equipment; or left out");
        try {
            return ShareCode.decode(code);
        } catch (ShareCodeFault fault) {
            throw Problem.invalid("/share_code", fault.getMessage());
        }
    }

    private BuildTemplate template() {
        var ofLink = request.chatLink().map(ChatLinkResource::read);
        var ofObject = request.template().map(template -> Assembler.assemble(catalogue, template, "/template"));
        if (ofLink.isPresent() && ofObject.isPresent() && !ofLink.equals(ofObject)) {
            throw Problem.invalid("/template", "left out, or what the chat link says: it says something else");
        }
        // What the game copied is kept as it is and marked for review; what a person put together has to fit.
        if (ofLink.isEmpty()) findings.addAll("/template", Soundness.flaws(catalogue, ofObject.orElseThrow()));
        return ofLink.or(() -> ofObject).orElseThrow();
    }

    private static boolean printable(String text) {
        return text.codePoints().noneMatch(BuildForm::control);
    }

    private static boolean control(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
