package org.wvwbuilder.kernel;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.wvwbuilder.plugin.Platform;

/** The calls into one plugin: those under way, and how those before went. Counted without a lock, since each request is. */
public final class Calls {
    private static final System.Logger LOG = System.getLogger(Calls.class.getName());
    /** How long the health remembers a call that had to be interrupted. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final String plugin;
    private final Patience usual;
    private final Patience ofJobs;
    private final boolean required;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder slow = new LongAdder();
    private final LongAdder late = new LongAdder();
    private volatile Late last = new Late("", 0);

    private record Late(String what, long at) {}

    /**
     * @param usual for requests and events
     * @param ofJobs for jobs
     */
    public Calls(String plugin, Patience usual, Patience ofJobs) {
        this(plugin, usual, ofJobs, false);
    }

    /** @param required whether the server does not start without the plugin */
    Calls(String plugin, Patience usual, Patience ofJobs, boolean required) {
        this.plugin = plugin;
        this.usual = usual;
        this.ofJobs = ofJobs;
        this.required = required;
    }

    /** For what does not run under a kernel: nothing is slow, and nothing is interrupted. */
    static Calls unwatched(String plugin) {
        return unwatched(plugin, false);
    }

    /** For a plugin that cannot be called yet, of which it is known already whether the server needs it. */
    static Calls unwatched(String plugin, boolean required) {
        var forever = new Patience(Duration.ofDays(1), Duration.ofDays(1), "");
        return new Calls(plugin, forever, forever, required);
    }

    /** Whether the server does not start without the plugin: nobody is to be told to switch it off. */
    boolean required() {
        return required;
    }

    /** For requests and events. */
    public Patience usual() {
        return usual;
    }

    public Patience ofJobs() {
        return ofJobs;
    }

    void enter(Call call) {
        underWay.add(call);
    }

    void leave(Call call) {
        underWay.remove(call);
    }

    void slow() {
        slow.increment();
    }

    /** A request was answered, by the plugin or in its stead. */
    public void answered(int status) {
        requests.increment();
        if (status >= 500) errors.increment();
    }

    /** Interrupts what takes too long at this time of {@link System#nanoTime}, and says so. */
    public void sweep(long now) {
        for (var call : underWay) {
            if (!call.interrupt(now)) continue;
            late.increment();
            try {
                last = new Late(call.what(), now);
                tell(call);
                call.tooLate();
            } catch (RuntimeException | Error failed) {
                // The other calls are to be looked at all the same.
                LOG.log(
                        Level.WARNING,
                        "whoever waits for a call of " + plugin + " that took too long is not told",
                        failed);
            }
        }
    }

    private void tell(Call call) {
        var patience = call.patience();
        var place = new TimeoutException("where it stood");
        place.setStackTrace(call.place());
        LOG.log(
                Level.WARNING,
                "the plugin " + plugin + " has been at " + call.what() + " for " + patience.text()
                        + ", and was interrupted. Tell its author where it stood, which is below; " + patience.setting()
                        + " gives it longer"
                        + (required ? "." : ", and 'gw2 plugins disable " + plugin + "' switches it off."),
                place);
    }

    /** What is wrong at this time of {@link System#nanoTime}, with its remedy. */
    Optional<String> complaint(long now) {
        var stuck = stuck();
        if (stuck > 0) {
            return Optional.of("calls that were interrupted and do not come back: " + stuck + ", " + last.what()
                    + " the last; only a restart of the server ends them; tell the plugin's author, 'gw2 logs -w' shows"
                    + " where they stood");
        }
        var interrupted = late.sum();
        if (interrupted == 0 || now - last.at() > REMEMBERED.toNanos()) return Optional.empty();
        var minutes = TimeUnit.NANOSECONDS.toMinutes(now - last.at());
        var when = minutes < 2
                ? " took too long and was interrupted just now; interrupted since the start: "
                : " took too long and was interrupted " + minutes + " minutes ago; interrupted since the start: ";
        return Optional.of(
                last.what() + when + interrupted + "; tell the plugin's author, 'gw2 logs -w' shows where it stood");
    }

    private int stuck() {
        return (int) underWay.stream().filter(Call::isLate).count();
    }

    /** What there is to tell of it, with the names of the threads that it started. */
    public Platform.PluginActivity activity(List<String> threads) {
        return new Platform.PluginActivity(
                requests.sum(), errors.sum(), slow.sum(), late.sum(), underWay.size(), stuck(), threads);
    }
}
