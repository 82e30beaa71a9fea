package org.wvwbuilder.logs;

import java.nio.file.Path;
import java.util.Map;
import org.wvwbuilder.plugin.Setting;

/** The table {@code log-monitor}. The server's own files are where {@code logs.directory} says. */
public record LogsSettings(
        @Setting(value = "nginx's log of requests", fallback = "/var/log/nginx/gw2-builder-access.log")
        Path nginxAccess,

        @Setting(value = "nginx's log of errors", fallback = "/var/log/nginx/gw2-builder-error.log")
        Path nginxError,

        @Setting(value = "What backups write down", fallback = "backups/backup.log")
        Path backups,

        @Setting(value = "The systemd unit whose journal is shown", fallback = "gw2-backend")
        String unit,

        @Setting(value = "The program that reads the journal", fallback = "/usr/bin/journalctl")
        Path journalctl,

        @Setting("Alerts by their names: a source, and how many entries of what kind within what time")
        Map<String, AlertRule> alert) {

    public LogsSettings {
        if (!unit.matches("[A-Za-z0-9@_.:][A-Za-z0-9@_.:-]{0,127}")) {
            throw new IllegalArgumentException("unit must be the name of a systemd unit, such as gw2-backend");
        }
        alert = Map.copyOf(alert);
    }
}
