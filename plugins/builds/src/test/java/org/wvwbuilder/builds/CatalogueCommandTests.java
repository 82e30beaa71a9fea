package org.wvwbuilder.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.CatalogueText.Difference;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Synchronisation;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialStub;
import org.wvwbuilder.builds.official.OfficialStub.Fault;
import org.wvwbuilder.builds.rest.EditionAnswer;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.Printout;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

class CatalogueCommandTests {
    private static final int TRAIT = 701;

    /** A process of the operator's on the database: what it prints while it runs is kept. */
    private static final class Terminal implements AutoCloseable {
        final TestContext context;
        final OfficialStub stub;
        final List<String> lines = new ArrayList<>();
        boolean person = true;

        Terminal(TestDatabase database) throws Exception {
            context = TestContext.open(database);
            stub = OfficialStub.start();
        }

        Answer type(CatalogueSettings.Sync setting, String name, String... words) throws Exception {
            var editions = Editions.open(context.database(), context.clock, context.log());
            var builds = new Builds(
                    context.database(), () -> editions.get().edition().digest(), id -> Optional.empty());
            var sync = new Synchronisation(
                    editions,
                    () -> new OfficialApi(stub.address(), context.clock, context.clock::advance),
                    context.clock,
                    () -> {});
            var check = new CatalogueCheck(editions, builds);
            var command = new CatalogueCommand(setting, editions, sync, check, builds).contribution();
            var printout = new Printout(person, false, lines, new ArrayList<>());
            var given = given(words);
            return new Typed(given, given, "", printout).run(command, name);
        }

        /** Words such as {@code what=new}, for an argument as for an option. */
        private static Map<String, String> given(String... words) {
            return Stream.of(words)
                    .map(word -> word.split("=", 2))
                    .collect(Collectors.toMap(word -> word[0], word -> word[1]));
        }

        @Override
        public void close() {
            stub.close();
            context.close();
        }
    }

    @OnBothEngines
    void theOperatorFetchesAnEditionSeesItComeAndReadsWhatItChanged(TestDatabase database) throws Exception {
        try (var terminal = new Terminal(database)) {
            assertThat(terminal.type(CatalogueSettings.Sync.OFF, "status").text())
                    .contains(Catalogue.load().edition().version() + ", shipped", "off: catalogue.sync", "never");
            terminal.stub.fact("traits", TRAIT).put("name", "Furious Phantasms");
            terminal.stub.facts.get("pets").put(900, Map.of("id", 900, "name", "Juvenile Griffon"));
            var done = terminal.type(CatalogueSettings.Sync.WEEKLY, "sync");
            assertThat(done.text()).contains("build 183221", "1 new, 1 renamed", "0 builds checked");
            assertThat(terminal.lines).hasSize(10).first().asString().contains("10 %");
            assertThat(terminal.lines.getLast()).contains("100 %");
            assertThat(terminal.type(CatalogueSettings.Sync.WEEKLY, "status").text())
                    .contains(", fetched", "183221");
            var editions = terminal.type(CatalogueSettings.Sync.WEEKLY, "editions");
            assertThat(editions.text()).contains("1 new, 1 renamed");
            assertThat(editions.value())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(EditionAnswer.class))
                    .hasSize(1);
            assertThat(terminal.type(CatalogueSettings.Sync.WEEKLY, "changes").text())
                    .contains("Phantasmal Fury → Furious Phantasms", "Juvenile Griffon");
            var few = terminal.type(CatalogueSettings.Sync.WEEKLY, "changes", "what=new", "kind=pet");
            assertThat(few.value())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Difference.class))
                    .extracting(Difference::id)
                    .containsExactly(900);
            assertThat(terminal.type(CatalogueSettings.Sync.WEEKLY, "changes", "lines=1")
                            .text())
                    .contains("There are more");
        }
    }

    @OnBothEngines
    void aPipeIsToldTheOutcomeOnly(TestDatabase database) throws Exception {
        try (var terminal = new Terminal(database)) {
            terminal.person = false;
            terminal.type(CatalogueSettings.Sync.DAILY, "sync");
            assertThat(terminal.lines).isEmpty();
        }
    }

    @OnBothEngines
    void whatCannotBeDoneIsOneSentenceAndChangesNothing(TestDatabase database) throws Exception {
        try (var terminal = new Terminal(database)) {
            refused(terminal, CatalogueSettings.Sync.OFF, 1, "--set catalogue.sync=weekly", "sync");
            assertThat(terminal.stub.asked)
                    .as("nothing was asked while it is off")
                    .isEmpty();
            terminal.stub.faults.add(Fault.status(400));
            refused(terminal, CatalogueSettings.Sync.WEEKLY, 1, "Nothing was changed", "sync");
            assertThat(terminal.type(CatalogueSettings.Sync.WEEKLY, "editions").text())
                    .contains("No edition");
            assertThat(terminal.type(CatalogueSettings.Sync.WEEKLY, "changes").text())
                    .contains("No edition");
            terminal.type(CatalogueSettings.Sync.WEEKLY, "sync");
            refused(terminal, CatalogueSettings.Sync.WEEKLY, 1, "gw2 catalogue editions", "changes", "edition=nobody");
            refused(terminal, CatalogueSettings.Sync.WEEKLY, 2, "--what wants", "changes", "what=odd");
            refused(terminal, CatalogueSettings.Sync.WEEKLY, 2, "--kind wants", "changes", "kind=odd");
            refused(terminal, CatalogueSettings.Sync.WEEKLY, 2, "-n wants", "changes", "lines=0");
        }
    }

    @OnBothEngines
    void twoProcessesThatFetchAtOnceMakeOneEdition(TestDatabase database) throws Exception {
        try (var terminal = new Terminal(database)) {
            terminal.context.clock.advance(Duration.ofHours(1));
            var editions = Editions.open(terminal.context.database(), terminal.context.clock, terminal.context.log());
            var slow = new Synchronisation(
                    editions,
                    () -> new OfficialApi(
                            terminal.stub.address(), terminal.context.clock, terminal.context.clock::advance),
                    terminal.context.clock,
                    () -> {});
            slow.progress().watch(() -> {
                if (slow.progress().done() == 1) quickly(terminal);
            });
            assertThat(slow.run()).contains("Another process");
            assertThat(editions.all()).hasSize(1);
        }
    }

    private static void quickly(Terminal terminal) {
        try {
            terminal.type(CatalogueSettings.Sync.WEEKLY, "sync");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void refused(
            Terminal terminal,
            CatalogueSettings.Sync setting,
            int exit,
            String sentence,
            String name,
            String... words) {
        assertThatThrownBy(() -> terminal.type(setting, name, words))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(exit))
                .hasMessageContaining(sentence);
    }
}
