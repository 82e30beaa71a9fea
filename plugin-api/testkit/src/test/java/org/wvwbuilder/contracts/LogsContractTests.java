package org.wvwbuilder.contracts;

class LogsContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.logs";
    }
}
