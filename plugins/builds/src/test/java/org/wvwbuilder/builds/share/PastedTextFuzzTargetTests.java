package org.wvwbuilder.builds.share;

import org.wvwbuilder.testing.KeptInputs;

class PastedTextFuzzTargetTests extends KeptInputs {
    PastedTextFuzzTargetTests() {
        super(PastedTextFuzzTarget.class, PastedTextFuzzTarget::takes);
    }
}
