package org.wvwbuilder.kernel;

import java.lang.module.ModuleDescriptor;
import java.util.regex.Pattern;
import org.wvwbuilder.plugin.Plugin;

/**
 * Compares the plugin API that a plugin was compiled against with the server's. The compiler records the version in the
 * plugin's {@code requires}, so this needs none of its code. Same major, and a minor that the server has already.
 */
record Handshake(String serverVersion) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");
    private static final String API = Plugin.class.getPackageName() + ".api";

    static Handshake ofRunningServer() {
        return new Handshake(Plugin.class
                .getModule()
                .getDescriptor()
                .rawVersion()
                .orElseThrow(() -> new IllegalStateException("the plugin API has no version: build it with Maven")));
    }

    void check(ModuleDescriptor plugin) throws Fault {
        var requires = plugin.requires().stream()
                .filter(requirement -> requirement.name().equals(API))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        "the module " + plugin.name() + " does not require " + API,
                        "Its author must require it in module-info.java."));
        var wanted = requires.rawCompiledVersion()
                .orElseThrow(() -> new Fault(
                        "it does not tell which plugin API it was compiled against",
                        "Its author must compile it against the published API jar."));
        var needed = VERSION.matcher(wanted);
        var present = VERSION.matcher(serverVersion);
        if (!needed.matches() || !present.matches()) {
            throw new Fault(
                    "its plugin API version '" + wanted + "' cannot be compared with the server's " + serverVersion,
                    "Its author must compile it against a released plugin API.");
        }
        compare(wanted, number(needed, 1), number(needed, 2), number(present, 1), number(present, 2));
    }

    private void compare(String wanted, int major, int minor, int serverMajor, int serverMinor) throws Fault {
        var reason = "it was built for plugin API " + wanted + ", this server has " + serverVersion;
        if (major > serverMajor || major == serverMajor && minor > serverMinor) {
            throw new Fault(
                    reason,
                    "Upgrade WvW Builder to a release with plugin API " + major + "." + minor
                            + " or newer, or install an older release of the plugin.");
        }
        if (major < serverMajor) {
            throw new Fault(reason, "Install a release of the plugin that was built for API " + serverMajor + ".x.");
        }
    }

    private static int number(java.util.regex.Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
