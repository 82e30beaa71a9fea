package org.wvwbuilder.auth.token;

import org.wvwbuilder.testing.KeptInputs;

class TokenFuzzTargetTests extends KeptInputs {
    TokenFuzzTargetTests() {
        super(TokenFuzzTarget.class, TokenFuzzTarget::takes);
    }
}
