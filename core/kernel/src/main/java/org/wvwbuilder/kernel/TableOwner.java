package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Somebody who owns tables and brings the scripts that make them: a plugin, or a part of the server. */
public interface TableOwner {

    /** The plugin's id; the prefix of the tables follows from it. */
    String id();

    /** The names of the owner's own files below {@code META-INF/wvw/}, sorted: {@code META-INF/wvw/ui/panel.js}. */
    List<String> resources() throws IOException;

    /** One of {@link #resources()}. No class of the owner is loaded for it. */
    Optional<InputStream> resource(String name) throws IOException;
}
