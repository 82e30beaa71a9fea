package org.wvwbuilder.auth.openid;

import org.wvwbuilder.auth.factor.Entry;

/** What became of somebody who came back from a provider. */
public sealed interface Arrival {

    /** They sign in, or are asked for their second factor. */
    record Entered(Entry entry) implements Arrival {}

    /** Their account has one more way in. */
    record Linked() implements Arrival {}

    /** Not let in. It is no exception, so that what was noted on the way is kept. */
    record Failed(OpenIdFailure why) implements Arrival {}
}
