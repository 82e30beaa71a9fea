package org.wvwbuilder.scheduling;

import org.wvwbuilder.testing.KeptInputs;

class CronFuzzTargetTests extends KeptInputs {
    CronFuzzTargetTests() {
        super(CronFuzzTarget.class, CronFuzzTarget::takes);
    }
}
