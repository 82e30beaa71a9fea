package org.wvwbuilder.contracts;

class BackupContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.backup";
    }
}
