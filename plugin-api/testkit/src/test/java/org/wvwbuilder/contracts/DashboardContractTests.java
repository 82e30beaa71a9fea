package org.wvwbuilder.contracts;

class DashboardContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.dashboard";
    }
}
