package org.wvwbuilder.kernel;

import org.wvwbuilder.plugin.Contribution;

/** Who takes which kind of contribution, beside those that the kernel takes itself. */
public record Hosts(
        Host<Contribution.Resource> resources,
        Host<Contribution.Job> jobs,
        Host<Contribution.Gauge> gauges,
        Host<Contribution.Panel> panels,
        Host<Contribution.Site> sites,
        Host<Contribution.Authentication> authentication) {

    /** For commands that run without a server. */
    public static Hosts idle() {
        return new Hosts(Host.idle(), Host.idle(), Host.idle(), Host.idle(), Host.idle(), Host.idle());
    }
}
