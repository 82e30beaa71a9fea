package org.wvwbuilder.auth.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.auth.audit.Entry;
import org.wvwbuilder.plugin.Doc;

/** What the server keeps about somebody. */
@Doc("Everything that is kept about one's account.")
public record Export(
        Instant at,
        UserView account,
        List<SessionsResource.SessionView> sessions,

        @Doc("What was done by or to the account, the newest thousand each.")
        List<Entry> audit,

        @Doc("What the other plugins keep, by its name: builds.")
        Map<String, Iterable<Map<String, Object>>> data) {}
