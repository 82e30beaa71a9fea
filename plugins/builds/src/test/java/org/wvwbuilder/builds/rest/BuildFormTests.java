package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.gear.Review;
import org.wvwbuilder.builds.gear.Wielding;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;

class BuildFormTests {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String LINK = PublishedLinks.all().getFirst().link();

    /** A request in the making; what is not said is left out. */
    private record Draft(
            String name,
            String link,
            Template template,
            Equipment equipment,
            List<String> tags,
            String notes,
            Visibility visibility,
            String team) {

        static Draft named(String name) {
            return new Draft(name, LINK, null, null, null, null, null, null);
        }

        BuildRequest request() {
            return new BuildRequest(
                    Optional.ofNullable(name),
                    Optional.ofNullable(link),
                    Optional.ofNullable(template),
                    Optional.ofNullable(equipment),
                    null,
                    null,
                    Optional.ofNullable(tags),
                    Optional.ofNullable(notes),
                    Optional.ofNullable(visibility),
                    Optional.ofNullable(team),
                    null);
        }
    }

    @Test
    void whatIsLeftOutHasADefault() {
        var details = BuildForm.whole(CATALOGUE, Draft.named("  My build ").request(), team -> false);
        assertThat(details.name()).isEqualTo("My build");
        assertThat(details.chatLink()).isEqualTo(LINK);
        assertThat(details.specializations()).containsExactly(31, 41, 56);
        assertThat(details.gameMode()).isEqualTo("wvw");
        assertThat(details.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(details.tags()).isEmpty();
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        var before = BuildForm.whole(
                CATALOGUE,
                new Draft("a", LINK, null, null, List.of(" Zerg", "zerg", "Reset"), "notes", Visibility.PUBLIC, null)
                        .request(),
                team -> false);
        assertThat(before.tags()).containsExactly("zerg", "reset");
        var after = BuildForm.changed(
                CATALOGUE,
                new Draft("b", null, null, null, List.of(), null, null, null).request(),
                before,
                team -> false);
        assertThat(after.name()).isEqualTo("b");
        assertThat(after.tags()).isEmpty();
        assertThat(after.notes()).isEqualTo("notes");
        assertThat(after.chatLink()).isEqualTo(LINK);
        assertThat(after.visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void aTemplateDoesInsteadOfALink() throws Exception {
        var template = Describer.describe(CATALOGUE, ChatLink.decode(LINK));
        var draft = new Draft("a", null, template, null, null, null, null, null);
        assertThat(BuildForm.whole(CATALOGUE, draft.request(), team -> false).chatLink())
                .isEqualTo(LINK);
        var other = PublishedLinks.all().get(2).link();
        assertThat(refused(new Draft("a", other, template, null, null, null, null, null)))
                .containsExactly("/template");
    }

    @Test
    void everyFieldThatIsNotRightIsNamed() {
        assertThat(refused(new Draft(null, null, null, null, null, null, null, null)))
                .containsExactly("/name", "/chat_link");
        assertThat(refused(Draft.named("x".repeat(101)))).containsExactly("/name");
        assertThat(refused(Draft.named("line\nbreak"))).containsExactly("/name");
        assertThat(refused(Draft.named("\u2028"))).containsExactly("/name");
        assertThat(refused(new Draft("a", "[&no]", null, null, null, null, null, null)))
                .containsExactly("/chat_link");
        assertThat(refused(new Draft("a", LINK, null, null, List.of("ok", " "), "n".repeat(10_001), null, null)))
                .containsExactly("/tags/1", "/notes");
        assertThat(refused(new Draft("a", LINK, null, null, Collections.nCopies(21, "t"), null, null, null)))
                .containsExactly("/tags");
        assertThat(refused(new Draft("a", LINK, null, null, Arrays.asList((String) null), null, null, null)))
                .containsExactly("/tags/0");
        assertThat(refused(new Draft("a", LINK, null, null, null, null, Visibility.TEAM, "t1")))
                .containsExactly("/team_id");
        assertThat(refused(new Draft("a", LINK, null, null, null, null, Visibility.PUBLIC, "t1")))
                .containsExactly("/team_id");
    }

    @Test
    void equipmentThatCannotBeIsRefused() {
        var equipment = new Equipment(
                List.of(
                        piece(Slot.HELM, 0, List.of(), "Sword"),
                        piece(Slot.HELM, 161, List.of(1, 2, 3), null),
                        piece(null, 1, List.of(-1), "a~b"),
                        piece(Slot.RING_1, 161, List.of(24615), null),
                        piece(Slot.WEAPON_A2, 161, List.of(24836), "Greatsword"),
                        piece(Slot.AQUATIC_WEAPON_A, 161, List.of(), "Sword"),
                        piece(Slot.WEAPON_A1, 161, List.of(), null)),
                Optional.of(-1),
                Optional.of(24836),
                Optional.empty());
        assertThat(refused(new Draft("a", LINK, null, equipment, null, null, null, null)))
                .containsExactly(
                        "/equipment/relic",
                        "/equipment/food",
                        "/equipment/pieces/0/stat",
                        "/equipment/pieces/0/weapon",
                        "/equipment/pieces/1/slot",
                        "/equipment/pieces/1/upgrades",
                        "/equipment/pieces/2/slot",
                        "/equipment/pieces/3/stat",
                        "/equipment/pieces/3/upgrades",
                        "/equipment/pieces/4/weapon",
                        "/equipment/pieces/4/upgrades/0",
                        "/equipment/pieces/5/weapon",
                        "/equipment/pieces/6/weapon");
    }

    @Test
    void whatIsPutTogetherByHandHasToFitAndWhatTheGameCopiedIsMarked() throws Exception {
        var whole = ChatLink.decode(LINK);
        var lines = new ArrayList<>(whole.lines());
        lines.set(1, lines.getFirst());
        var twice = new BuildTemplate(
                whole.profession(), lines, whole.land(), whole.water(), whole.block(), whole.armament());
        var byHand = Describer.describe(CATALOGUE, twice);
        assertThat(byHand.warnings()).containsExactly("/specializations/1/id should be a specialization named once.");
        assertThat(refused(new Draft("a", null, byHand, null, null, null, null, null)))
                .containsExactly("/template/specializations/1/id");
        var copied = new Draft("a", ChatLink.encode(twice), null, null, null, null, null, null);
        var details = BuildForm.whole(CATALOGUE, copied.request(), team -> false);
        assertThat(Review.needed(CATALOGUE, details)).isTrue();
        var gear = new Equipment(
                List.of(new Piece(Slot.WEAPON_A1, Optional.of("Rifle"), Optional.empty(), List.of(), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        boolean wields =
                Wielding.flaws(CATALOGUE, whole.profession().title(), gear).isEmpty();
        assertThat(wields).isFalse();
        assertThat(refused(new Draft("a", LINK, null, gear, null, null, null, null)))
                .containsExactly("/equipment/pieces/0/weapon");
    }

    @Test
    void aShareCodeBringsTemplateAndGear() throws Exception {
        var gear = new Equipment(
                List.of(piece(Slot.HELM, 161, List.of(24836), null)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var code = ShareCode.encode(new SharedBuild(ChatLink.decode(LINK), gear));
        var details = BuildForm.whole(CATALOGUE, coded(null, null, code), team -> false);
        assertThat(details.chatLink()).isEqualTo(LINK);
        assertThat(details.equipment()).isEqualTo(gear);
        assertThat(refused(coded(LINK, null, code))).containsExactly("/share_code");
        assertThat(refused(coded(null, Equipment.NONE, code))).containsExactly("/share_code");
        assertThat(refused(coded(null, null, code.replace("wvw1.", "wvw2.")))).containsExactly("/share_code");
        assertThat(refused(coded(null, null, "wvw1.x"))).containsExactly("/share_code");
    }

    private static BuildRequest coded(String link, Equipment equipment, String code) {
        return new BuildRequest(
                Optional.of("a"),
                Optional.ofNullable(link),
                null,
                Optional.ofNullable(equipment),
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.of(code));
    }

    @Test
    void requestsThatAskForTheSameHaveTheSameDigest() {
        assertThat(Draft.named("a").request().digest())
                .isEqualTo(Draft.named("a").request().digest());
        assertThat(Draft.named("a").request().digest())
                .isNotEqualTo(Draft.named("b").request().digest());
    }

    private static Piece piece(Slot slot, int stat, List<Integer> upgrades, String weapon) {
        return new Piece(slot, Optional.ofNullable(weapon), Optional.of(stat), upgrades, List.of());
    }

    private static List<String> refused(Draft draft) {
        return refused(draft.request());
    }

    private static List<String> refused(BuildRequest request) {
        var problem = catchThrowableOfType(Problem.class, () -> BuildForm.whole(CATALOGUE, request, team -> false));
        assertThat(problem.status()).isEqualTo(422);
        return problem.fields().stream().map(Field::pointer).toList();
    }
}
