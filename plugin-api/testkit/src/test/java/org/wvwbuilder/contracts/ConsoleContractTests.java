package org.wvwbuilder.contracts;

class ConsoleContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.console";
    }
}
