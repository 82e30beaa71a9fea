package org.wvwbuilder.builds.chatlink;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;

class ChatLinkTests {

    static List<PublishedLinks> published() {
        return PublishedLinks.all();
    }

    @Test
    void thereAreFourteenPublishedLinks() {
        assertThat(published()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedLinkSaysWhatItsAuthorMeant(PublishedLinks expected) throws ChatLinkFault {
        var template = ChatLink.decode(expected.link());
        assertThat(template.profession().title()).isEqualTo(expected.profession());
        assertThat(template.lines().stream()
                        .map(l -> l.specialization() + ":" + l.adept() + l.master() + l.grandmaster())
                        .collect(joining(" ")))
                .isEqualTo(expected.lines());
        assertThat(template.land().palettes()).isEqualTo(expected.land());
        assertThat(template.water().palettes()).isEqualTo(expected.water());
        var bytes = TemplateWriter.write(template);
        assertThat(bytes).hasSize(expected.length());
        assertThat(HexFormat.of().formatHex(bytes, 28, 44)).isEqualTo(expected.block());
        assertThat(template.legacy()).isEqualTo(expected.weapons().equals("legacy"));
        if (template.armament() instanceof Weapons weapons) {
            assertThat(joined(weapons.types())).isEqualTo(expected.weapons());
            assertThat(joined(weapons.overrides())).isEqualTo(expected.overrides());
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedLinkComesBackByteForByte(PublishedLinks published) throws ChatLinkFault {
        assertThat(ChatLink.encode(ChatLink.decode(published.link()))).isEqualTo(published.link());
    }

    @Test
    void theUtilitiesOfInactiveLegendsAreKept() throws ChatLinkFault {
        var template = ChatLink.decode("[&DQkAAAAARQDcEdwRAAAAACsSAADUEQAAAAAAAAQCAwDUESsSAAAAAAAAAAA=]");
        var legends = (Legends) template.block();
        assertThat(legends.land().active()).isEqualTo(4);
        assertThat(legends.land().inactive()).isEqualTo(2);
        assertThat(legends.land().inactiveUtilities()).containsExactly(4564, 4651, 0);
        assertThat(legends.water().active()).isEqualTo(3);
    }

    @Test
    void oneHundredThousandRandomTemplatesComeBackEqual() throws ChatLinkFault {
        var random = new RandomTemplates(new Random(20_261_101));
        for (int i = 0; i < 100_000; i++) {
            var template = random.next();
            var link = ChatLink.encode(template);
            var again = ChatLink.decode(link);
            assertThat(again.equals(template)).as(link).isTrue();
            assertThat(ChatLink.encode(again).equals(link)).as(link).isTrue();
        }
    }

    @Test
    void nothingButTheDeclaredFaultComesOutOfMutatedLinks() {
        var random = new Random(7);
        var links = published().stream().map(PublishedLinks::link).toList();
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            if (!survives(mutated(links.get(random.nextInt(links.size())), random))) refused++;
        }
        assertThat(refused).isBetween(10_000, 90_000);
    }

    @Test
    void nothingButTheDeclaredFaultComesOutOfRandomBytes() {
        var random = new Random(8);
        for (int i = 0; i < 50_000; i++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length > 1) bytes[0] = 0x0D;
            if (bytes.length > 2) bytes[1] = (byte) random.nextInt(11);
            survives("[&" + Base64.getEncoder().encodeToString(bytes) + "]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[&DQg1KTI=]                                                        | at least 44 bytes, this one 5",
                "[&DQkAAAAAAAA=]                                                    | at least 44 bytes",
                "[&AgGqtgAA]                                                        | another kind (0x02",
                "[&]                                                                | at least 44 bytes, this one 0",
                "'' | starts with [&",
                "DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=         | starts with [&",
                "[&DQYfLSka*CcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]     | characters that no link has",
                "[&DQAfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]     | profession 0",
                "[&DQofLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]     | profession 10",
                "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAAA]     | ends within its weapon skill overrides",
                "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAD/AQ==] | ends within its weapons",
                "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAAAAQA=] | ends within its weapon skill overrides",
            })
    void aRefusalSaysWhatIsWrongAndWhatToDo(String text, String expected) {
        assertThatExceptionOfType(ChatLinkFault.class)
                .isThrownBy(() -> ChatLink.decode(text))
                .withMessageContaining(expected)
                .withMessageContaining("Copy");
    }

    @Test
    void aHugeTextIsRefusedUnread() {
        assertThatExceptionOfType(ChatLinkFault.class)
                .isThrownBy(() -> ChatLink.decode("[&" + "A".repeat(10_000_000) + "]"))
                .withMessageContaining("longer than any");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s\n", "\t%s"})
    void blanksAroundALinkDoNotMatter(String around) throws ChatLinkFault {
        var link = published().getFirst().link();
        assertThat(ChatLink.encode(ChatLink.decode(around.formatted(link)))).isEqualTo(link);
    }

    @Test
    void paddingIsForgivenAndNormalised() throws ChatLinkFault {
        var link = published().getFirst().link();
        assertThat(ChatLink.encode(ChatLink.decode(link.replace("=", "")))).isEqualTo(link);
        assertThat(ChatLink.encode(ChatLink.decode(link.replace("=", "===")))).isEqualTo(link);
    }

    @Test
    void bytesOfALaterPatchAreKept() throws ChatLinkFault {
        var bytes = new byte[50];
        bytes[0] = 0x0D;
        bytes[1] = 1;
        bytes[49] = 9;
        var link = "[&" + Base64.getEncoder().encodeToString(bytes) + "]";
        assertThat(((Weapons) ChatLink.decode(link).armament()).trailing().hex())
                .isEqualTo("00000009");
        assertThat(ChatLink.encode(ChatLink.decode(link))).isEqualTo(link);
    }

    private static boolean survives(String link) {
        try {
            ChatLink.encode(ChatLink.decode(link));
            return true;
        } catch (ChatLinkFault expected) {
            assertThat(expected.getMessage()).contains("Copy");
            return false;
        }
    }

    private static String mutated(String link, Random random) {
        var text = new StringBuilder(link);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x300));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, (char) ('!' + random.nextInt(94)));
                default -> text.setCharAt(at, "ABCDwxyz0123456789+/".charAt(random.nextInt(20)));
            }
        }
        return text.toString();
    }

    private static String joined(List<? extends Number> numbers) {
        return numbers.stream().map(Number::toString).collect(joining(","));
    }

    @Test
    void aShareCodeOfAnyVersionIsToldWhereItGoes() {
        assertThatExceptionOfType(ChatLinkFault.class)
                .isThrownBy(() -> ChatLink.decode("wvw2.DQYfLSkaOCcX"))
                .withMessageContaining("give it as share_code");
    }
}
