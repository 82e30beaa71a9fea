package org.wvwbuilder.contracts;

class AuthContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.auth";
    }
}
