package org.wvwbuilder.builds.template;

import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** Something of the catalogue by its id. */
@Doc("An id with its English name; the name is null for ids that the catalogue does not know. Only the id is read.")
public record Ref(int id, Optional<String> name) {

    public Ref {
        name = Objects.requireNonNullElse(name, Optional.empty());
    }
}
