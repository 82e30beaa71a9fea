package org.wvwbuilder.auth.audit;

import java.util.Locale;

/** What the audit log knows. */
public enum Action {
    SETUP,
    REGISTER,
    SIGN_IN,
    SIGN_OUT,
    SESSION_END,
    /** A refresh token came a second time: somebody else may hold it. */
    TOKEN_REUSE,
    ACCOUNT_ADD,
    ACCOUNT_CHANGE,
    EMAIL_CHANGE,
    PASSWORD_CHANGE,
    PASSWORD_LINK,
    FACTOR_ON,
    FACTOR_OFF,
    FACTOR_CODES,
    TOKEN_ADD,
    TOKEN_REVOKE,
    IDENTITY_LINK,
    IDENTITY_UNLINK,
    ROLE_CHANGE,
    ACCOUNT_DISABLE,
    ACCOUNT_ENABLE,
    ACCOUNT_UNLOCK,
    ACCOUNT_DELETE,
    EXPORT,
    INVITE_ADD,
    INVITE_WITHDRAW,
    KEY_ROTATE,
    KEY_REVOKE;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
