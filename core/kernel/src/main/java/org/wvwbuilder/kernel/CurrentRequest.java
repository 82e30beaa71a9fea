package org.wvwbuilder.kernel;

import java.util.Optional;

/** Which request the code at work serves, so that the log can name it without being told everywhere. */
public interface CurrentRequest {
    /** Bound by the web server around its work on a request. */
    ScopedValue<CurrentRequest> SCOPE = ScopedValue.newInstance();

    /** As in the answer's X-Request-Id. */
    String requestId();

    /** Who is signed in, once that is known. */
    Optional<String> userId();
}
