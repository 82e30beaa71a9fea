package org.wvwbuilder.builds.character;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.official.Shape;

/**
 * A character with its tabs.
 *
 * @param profession empty for one that we do not know
 * @param worn what it wears in all its gear tabs; relics are told here only
 */
public record Tabs(
        String name,
        Optional<Profession> profession,
        int level,
        List<BuildTab> builds,
        List<GearTab> gear,
        List<Shape> worn) {
    private static final int MOST = 20;

    static Optional<Tabs> of(Shape in) {
        return in.at("name")
                .text()
                .map(name -> new Tabs(
                        name,
                        in.at("profession").text().flatMap(Profession::named),
                        in.at("level").number().orElse(0),
                        in.at("build_tabs").items().stream()
                                .limit(MOST)
                                .map(BuildTab::of)
                                .toList(),
                        in.at("equipment_tabs").items().stream()
                                .limit(MOST)
                                .map(GearTab::of)
                                .toList(),
                        in.at("equipment").items()));
    }

    public Optional<GearTab> gear(int number) {
        return gear.stream().filter(tab -> tab.number() == number).findFirst();
    }

    /** The gear that goes with a build: of the same name, else both active, else of the same number. */
    public Optional<GearTab> gearFor(BuildTab build) {
        return gear.stream()
                .filter(tab -> !tab.name().isEmpty() && tab.name().equalsIgnoreCase(build.name()))
                .findFirst()
                .or(() -> gear.stream()
                        .filter(tab -> build.active() && tab.active())
                        .findFirst())
                .or(() -> gear(build.number()));
    }

    /** The template of a tab; its name is empty where the player gave none. */
    public record BuildTab(int number, String name, boolean active, Shape build) {

        static BuildTab of(Shape in) {
            var build = in.at("build");
            return new BuildTab(
                    Tabs.number(in), Tabs.name(build), in.at("is_active").yes(), build);
        }

        /** Whether nothing was ever chosen there. */
        public boolean empty() {
            return build.at("specializations").items().stream()
                            .allMatch(line -> line.at("id").number().isEmpty())
                    && build.at("skills").at("heal").number().isEmpty();
        }
    }

    /** The gear of a tab. */
    public record GearTab(int number, String name, boolean active, List<Shape> pieces) {

        static GearTab of(Shape in) {
            return new GearTab(
                    Tabs.number(in),
                    Tabs.name(in),
                    in.at("is_active").yes(),
                    in.at("equipment").items());
        }
    }

    private static int number(Shape tab) {
        return tab.at("tab").number().orElse(0);
    }

    private static String name(Shape in) {
        return in.at("name").text().map(String::strip).orElse("");
    }
}
