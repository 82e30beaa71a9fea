package org.wvwbuilder.health;

import org.wvwbuilder.plugin.Setting;

/** The table {@code [health]} of {@code gw2.toml}. */
public record HealthSettings(
        @Setting(value = "Free space of the data's disk, in MiB, below which the health is degraded", fallback = "512")
        int diskWarnMib,

        @Setting(
                value = "Free space of the data's disk, in MiB, below which the server is down: writes would fail",
                fallback = "32")
        int diskDownMib) {

    public HealthSettings {
        if (diskDownMib < 1) throw new IllegalArgumentException("disk-down-mib must be at least 1, not " + diskDownMib);
        if (diskWarnMib < diskDownMib) {
            throw new IllegalArgumentException("disk-warn-mib must be at least disk-down-mib, " + diskDownMib);
        }
    }
}
