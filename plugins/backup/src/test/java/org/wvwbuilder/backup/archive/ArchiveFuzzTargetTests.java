package org.wvwbuilder.backup.archive;

import org.wvwbuilder.testing.KeptInputs;

class ArchiveFuzzTargetTests extends KeptInputs {
    ArchiveFuzzTargetTests() {
        super(ArchiveFuzzTarget.class, ArchiveFuzzTarget::takes);
    }
}
