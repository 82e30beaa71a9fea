package org.wvwbuilder.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the kernel works.
 *
 * @param ground the layer that plugins stand on
 * @param bundled the folder of the plugins that came with the distribution
 * @param thirdParties the folder of all others
 * @param data the folder below which each plugin gets one of its own
 * @param logs the folder of the server's logs
 * @param clock what every part of the server tells the time by
 * @param version the server's version
 * @param serving false for a command that opens plugins without serving anybody
 * @param address where a server with this configuration is reached, for commands; asked for when it is needed
 */
public record Surroundings(
        ModuleLayer ground,
        Path bundled,
        Path thirdParties,
        Path data,
        Path logs,
        InstantSource clock,
        String version,
        boolean serving,
        Supplier<Optional<URI>> address) {}
