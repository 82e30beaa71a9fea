package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.rest.ShareCodeResource.Sketch;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SketchTests {
    private static final String ELEMENTALIST = "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]";

    @OnBothEngines
    void aSketchTellsWhatDoesNotFitAndShowsItsNotesSafely(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var editions = Editions.open(context.database(), context.clock, context.log());
            var resource = new ShareCodeResource(new FactLists(editions));
            var fitting = resource.encode("en", sketch(ELEMENTALIST, Equipment.NONE, "Stay **here**. <b>Now</b>"));
            assertThat(fitting.flaws()).isEmpty();
            assertThat(fitting.notesHtml()).contains("<strong>here</strong>", "&lt;b&gt;Now");
            var rifle = new Piece(Slot.WEAPON_A1, Optional.of("Rifle"), Optional.empty(), List.of(), List.of());
            var armed = new Equipment(List.of(rifle), Optional.empty(), Optional.empty(), Optional.empty());
            var flawed = resource.encode("en", sketch(ELEMENTALIST, armed, ""));
            assertThat(flawed.flaws())
                    .extracting(ShareCodeResource.Flaw::pointer)
                    .containsExactly("/equipment/pieces/0/weapon");
            assertThat(flawed.attributes()).isNotEmpty();
        }
    }

    private static Sketch sketch(String link, Equipment equipment, String notes) {
        return new Sketch(Optional.of(link), Optional.empty(), Optional.of(equipment), Optional.of(notes));
    }
}
