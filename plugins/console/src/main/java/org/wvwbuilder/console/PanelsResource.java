package org.wvwbuilder.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Platform.PanelStatus;

/** The panels that the browser may show to the one who asks. */
@Path("console")
public final class PanelsResource {
    private static final Comparator<PanelStatus> ORDER = Comparator.comparingInt(
                    (PanelStatus status) -> status.panel().order())
            .thenComparing(PanelStatus::plugin)
            .thenComparing(status -> status.panel().id());

    private final Supplier<Optional<Platform>> platform;

    PanelsResource(Supplier<Optional<Platform>> platform) {
        this.platform = platform;
    }

    /** Every panel at once: there are never so many that they would need pages. */
    @Doc("The panels of the running plugins.")
    public record Panels(List<PanelView> items) {
        public Panels {
            items = List.copyOf(items);
        }
    }

    @GET
    @Path("panels")
    @PermitAll
    @Doc("The panels that the caller may see, in their order.")
    public Panels panels(@Context Caller caller) {
        var roles = caller.identity().map(Identity::roles).orElse(Set.of());
        return new Panels(platform.get().stream()
                .flatMap(server -> server.panels().stream())
                .filter(status -> isFor(status, roles))
                .sorted(ORDER)
                .map(PanelView::of)
                .toList());
    }

    private static boolean isFor(PanelStatus status, Set<String> held) {
        var wanted = status.panel().roles();
        return wanted.isEmpty() || wanted.stream().anyMatch(held::contains);
    }
}
