package org.wvwbuilder.scheduling;

import org.wvwbuilder.kernel.Call;
import org.wvwbuilder.kernel.Calls;

/** A run of a plugin's job. One that never ends would keep the next from beginning. */
final class JobCall extends Call {
    private final String name;

    JobCall(Calls calls, String name) {
        super(calls, calls.ofJobs());
        this.name = name;
    }

    @Override
    protected String what() {
        return "the job " + name;
    }
}
