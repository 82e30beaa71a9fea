package org.wvwbuilder.contracts;

class HealthContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.health";
    }
}
