package org.wvwbuilder.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Where a plugin's code stands. */
final class Place {
    private Place() {}

    /** The newest line of the module's own: what it called there is not what its author looks for. */
    static Optional<String> in(String module, StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> module.equals(frame.getModuleName()))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")");
    }
}
