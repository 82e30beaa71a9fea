package org.wvwbuilder.contracts;

class BuildsContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.builds";
    }
}
