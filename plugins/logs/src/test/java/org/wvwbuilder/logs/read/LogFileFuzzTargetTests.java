package org.wvwbuilder.logs.read;

import org.wvwbuilder.testing.KeptInputs;

class LogFileFuzzTargetTests extends KeptInputs {
    LogFileFuzzTargetTests() {
        super(LogFileFuzzTarget.class, LogFileFuzzTarget::takes);
    }
}
