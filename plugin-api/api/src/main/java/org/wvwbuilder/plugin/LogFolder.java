package org.wvwbuilder.plugin;

import java.nio.file.Path;
import org.apiguardian.api.API;

/** Where the server writes its logs. Offered by the server, to commands too: {@code context.find(LogFolder.class)}. */
@API(status = API.Status.STABLE, since = "1.0")
public interface LogFolder {

    /** The setting {@code logs.directory}: {@code gw2.log} and {@code access.log} lie there, rotated ones beside them. */
    Path directory();
}
