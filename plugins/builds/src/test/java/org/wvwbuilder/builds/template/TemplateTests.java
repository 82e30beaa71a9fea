package org.wvwbuilder.builds.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.chatlink.RandomTemplates;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;

class TemplateTests {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** As strict as the server's. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static List<String> published() {
        return PublishedLinks.all().stream().map(PublishedLinks::link).toList();
    }

    @ParameterizedTest
    @MethodSource("published")
    void aLinkSurvivesTheWayThroughJson(String link) throws Exception {
        assertThat(throughJson(link)).isEqualTo(link);
    }

    @Test
    void tenThousandRandomLinksSurviveTheWayThroughJson() throws Exception {
        var random = new RandomTemplates(new Random(3));
        for (int i = 0; i < 10_000; i++) {
            var link = ChatLink.encode(random.next());
            assertThat(throughJson(link)).isEqualTo(link);
        }
    }

    @Test
    void namesAreAdded() throws ChatLinkFault {
        var template = described("[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]");
        assertThat(template.profession()).isEqualTo("Elementalist");
        assertThat(template.legacy()).isTrue();
        assertThat(template.specializations())
                .extracting(line -> line.name().orElse(""))
                .containsExactly("Fire", "Air", "Weaver");
        assertThat(template.specializations()).extracting(Template.Line::elite).containsExactly(false, false, true);
        assertThat(names(template.specializations().get(2).traits()))
                .containsExactly("Weaver's Prowess", "Master's Fortitude", "Woven Stride");
        assertThat(names(template.terrestrial().skills()))
                .containsExactly(
                        "Glyph of Elemental Harmony",
                        "Primordial Stance",
                        "Glyph of Storms",
                        "Arcane Wave",
                        "Conjure Fiery Greatsword");
        assertThat(names(template.aquatic().skills())).endsWith("Tornado");
        assertThat(template.warnings()).isEmpty();
    }

    @Test
    void petsAndWeaponsHaveNames() throws ChatLinkFault {
        var ranger = described("[&DQQhNx4XNy4uFyUPvgC9ALoAvADpFpYBLhaXAQEECxMAAAAAAAAAAAAAAAAAAA==]");
        assertThat(names(ranger.pets().orElseThrow().aquatic()))
                .containsExactly("Juvenile Jaguar", "Juvenile River Drake");
        assertThat(ranger.legends()).isEmpty();
        var engineer = described("[&DQMGOyYvRh4qDyoPhgCGABoblQEQGwcBCRuJAQAAAAAAAAAAAAAAAAAAAAACVQAzAAA=]");
        assertThat(engineer.weapons())
                .extracting(weapon -> weapon.name().orElse(""))
                .containsExactly("Rifle", "Hammer");
        assertThat(engineer.legacy()).isFalse();
    }

    @Test
    void aRevenantsSkillsAreThoseOfTheLegendOfThatEnvironment() throws ChatLinkFault {
        var template = described("[&DQkAAAAARQDcEdwRAAAAACsSAADUEQAAAAAAAAQCAwDUESsSAAAAAAAAAAA=]");
        assertThat(names(template.terrestrial().skills()))
                .containsExactly("Empowering Misery", "", "Banish Enchantment", "Call to Anguish", "");
        assertThat(names(template.aquatic().skills())).containsExactly("Soothing Stone", "", "", "", "");
        var legends = template.legends().orElseThrow();
        assertThat(names(legends.terrestrial())).containsExactly("Legendary Demon Stance", "Legendary Assassin Stance");
        assertThat(names(legends.aquatic())).containsExactly("Legendary Dwarf Stance", "");
        assertThat(legends.inactiveTerrestrial().paletteIds()).containsExactly(4564, 4651, 0);
        assertThat(names(legends.inactiveTerrestrial().skills()).get(2)).isEmpty();
        assertThat(names(legends.inactiveTerrestrial().skills()).subList(0, 2)).doesNotContain("");
    }

    @Test
    void unknownIdsAreNamedInWarningsAndKept() throws ChatLinkFault {
        var template = described("[&DQkPFQMqND/cEdwRKxIrEgYSBhLUEdQRyhHKEQ4NDxAAAAAAAAAAAAAAAAAAAA==]");
        assertThat(template.warnings()).hasSize(4).allMatch(warning -> warning.startsWith("Legend 1"));
        assertThat(template.legends().orElseThrow().terrestrial().getFirst()).contains(new Ref(14, Optional.empty()));
    }

    @Test
    void idsSuffice() throws JsonProcessingException {
        var json = """
                {"profession": "revenant", "specializations": [{"id": 15, "choices": [1, 2, 3]}, null, {"id": 52}],
                 "terrestrial": {"skills": [{"id": 27372}, null, {"id": 26557}]},
                 "legends": {"terrestrial": [{"id": 3}, {"id": 1}],
                             "inactive_terrestrial": {"skills": [{"id": 28379}]}},
                 "weapons": [{"id": 90}]}""";
        var template = Assembler.assemble(CATALOGUE, JSON.readValue(json, Template.class), "");
        assertThat(template.land().palettes()).containsExactly(4572, 0, 4564, 0, 0);
        var described = Describer.describe(CATALOGUE, template);
        assertThat(described.specializations().get(0).choices()).containsExactly(1, 2, 3);
        assertThat(described.specializations().get(2).name()).contains("Herald");
        assertThat(described.legends().orElseThrow().inactiveTerrestrial().paletteIds())
                .containsExactly(4614, 0, 0);
        assertThat(described.legacy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                     | /x/profession",
                "{'profession': 'Bard'}                                                 | /x/profession",
                "{'profession': 'Thief', 'specializations': [{'id': 256}]}              | /x/specializations/0/id",
                "{'profession': 'Thief', 'specializations': [{'id':1,'choices':[0,4]}]} | /x/specializations/0/choices/1",
                "{'profession': 'Thief', 'specializations': [{'id':1,'choices':[null]}]} | /x/specializations/0/choices/0",
                "{'profession': 'Thief', 'specializations': [null,null,null,null]}      | /x/specializations",
                "{'profession': 'Thief', 'terrestrial': {'palette_ids': [70000]}}       | /x/terrestrial/palette_ids/0",
                "{'profession': 'Thief', 'aquatic': {'skills': [{'id': 1}]}}            | /x/aquatic/skills/0/id",
                "{'profession': 'Thief', 'pets': {}}                                    | /x/pets",
                "{'profession': 'Thief', 'legends': {}}                                 | /x/legends",
                "{'profession': 'Ranger', 'pets': {'aquatic': [null, {'id': -1}]}}      | /x/pets/aquatic/1/id",
                "{'profession': 'Thief', 'weapons': [{'id': 1}, {'id': 65536}]}         | /x/weapons/1/id",
                "{'profession': 'Thief', 'weapons': [null]}                             | /x/weapons/0/id",
                "{'profession': 'Thief', 'overrides': [4294967296]}                     | /x/overrides/0",
                "{'profession': 'Thief', 'legacy': true, 'weapons': [{'id': 1}]}        | /x/legacy",
                "{'profession': 'Thief', 'profession_block': '00'}                      | /x/profession_block",
                "{'profession': 'Thief', 'trailing_bytes': 'xy'}                        | /x/trailing_bytes",
                "{'profession': 'Revenant', 'profession_block': '00'}                   | /x/profession_block",
            })
    void whatFitsIntoNoLinkIsRefusedByItsPointer(String json, String pointer) throws JsonProcessingException {
        var template = JSON.readValue(json.replace('\'', '"'), Template.class);
        var problem = catchThrowableOfType(Problem.class, () -> Assembler.assemble(CATALOGUE, template, "/x"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.fields()).extracting(Field::pointer).containsExactly(pointer);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() throws JsonProcessingException {
        var json = "{\"profession\":\"Thief\",\"pets\":{},\"overrides\":[-1],\"specializations\":[{\"id\":-1}]}";
        var template = JSON.readValue(json, Template.class);
        var problem = catchThrowableOfType(Problem.class, () -> Assembler.assemble(CATALOGUE, template, ""));
        assertThat(problem.fields())
                .extracting(Field::pointer)
                .containsExactlyInAnyOrder("/pets", "/overrides/0", "/specializations/0/id");
    }

    private static String throughJson(String link) throws Exception {
        var json = JSON.writeValueAsString(described(link));
        return ChatLink.encode(Assembler.assemble(CATALOGUE, JSON.readValue(json, Template.class), ""));
    }

    private static Template described(String link) throws ChatLinkFault {
        return Describer.describe(CATALOGUE, ChatLink.decode(link));
    }

    private static List<String> names(List<Optional<Ref>> refs) {
        return refs.stream().map(ref -> ref.flatMap(Ref::name).orElse("")).toList();
    }
}
