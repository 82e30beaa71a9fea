package org.wvwbuilder.builds.character;

import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

@Doc("Something that the game told and that is not in the build.")
public record LeftOut(
        @Doc("specialization, trait, skill, legend, pet, stat, item or piece")
        String kind,

        int id,
        @Doc("Null where nobody knows it.") Optional<String> name,
        String why) {
    static final String UNKNOWN = "The catalogue does not know it.";
}
