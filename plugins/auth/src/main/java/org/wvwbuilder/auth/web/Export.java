package org.wvwbuilder.auth.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.auth.audit.Entry;
import org.wvwbuilder.plugin.Doc;

/**
 * What the server keeps about somebody. The data are streams, as those push what they have into the answer: an iterator over a
 * plugin's streams joined by {@code flatMap} would hold a whole one of them first.
 */
@Doc("Everything that is kept about one's account.")
public record Export(
        Instant at,
        UserView account,
        List<SessionsResource.SessionView> sessions,

        @Doc("What was done by or to the account, the newest thousand each.")
        List<Entry> audit,

        @Doc("What the other plugins keep, by its name: builds.")
        Map<String, Stream<Map<String, Object>>> data) {}
