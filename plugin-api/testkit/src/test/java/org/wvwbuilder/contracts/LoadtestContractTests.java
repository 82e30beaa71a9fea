package org.wvwbuilder.contracts;

class LoadtestContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.loadtest";
    }
}
