package org.wvwbuilder.kernel;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.wvwbuilder.plugin.Contribution.Gauge;

/** Reads one gauge of a plugin, and does not wait for it long: all others stand behind it. */
public final class GaugeReader {
    private static final System.Logger LOG = System.getLogger(GaugeReader.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final PluginHandle plugin;
    private final Gauge gauge;
    private final Deadline deadline;
    private boolean told;

    public GaugeReader(PluginHandle plugin, Gauge gauge) {
        this.plugin = plugin;
        this.gauge = gauge;
        this.deadline = new Deadline(LONGEST, "gauge-" + plugin.id() + "-" + gauge.name());
    }

    /** What it shows now; not a number when it fails, or takes too long. */
    public synchronized double value() {
        try {
            double value = deadline.call(() -> plugin.call(() -> gauge.value().getAsDouble()));
            told = false;
            return value;
        } catch (TimeoutException late) {
            complain("does not tell its value within " + LONGEST.toSeconds() + "s and is left out", null);
        } catch (Exception | Error failed) {
            complain("fails and is left out", failed);
        }
        return Double.NaN;
    }

    /** Once until it is well again: somebody asks every few seconds. */
    private void complain(String how, Throwable why) {
        LOG.log(
                told ? Level.DEBUG : Level.WARNING,
                "the gauge " + gauge.name() + " of the plugin " + plugin.id() + " " + how + ". Tell its author"
                        + (plugin.calls().required()
                                ? "."
                                : "; 'gw2 plugins disable " + plugin.id() + "' switches the plugin off."),
                why);
        told = true;
    }
}
