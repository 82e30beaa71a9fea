package org.wvwbuilder.auth.openid;

import java.util.Optional;

/**
 * Who came back, as the provider vouches for them.
 *
 * @param issuer the provider; together with the subject it names one person for ever
 * @param email only where the provider has verified it
 */
record Person(String issuer, String subject, Optional<String> name, Optional<String> email) {
    private static final int LONGEST = 255;

    Person {
        if (subject.isBlank() || subject.length() > LONGEST) throw new IllegalArgumentException("no usable subject");
        name = name.filter(text -> !text.isBlank() && text.length() <= LONGEST);
        email = email.filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }
}
