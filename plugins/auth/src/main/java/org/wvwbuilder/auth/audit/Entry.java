package org.wvwbuilder.auth.audit;

import java.time.Instant;
import org.wvwbuilder.plugin.Doc;

/** One line of the audit log. */
@Doc("Something that somebody did.")
public record Entry(
        String id,
        Instant at,

        @Doc("What was done, as words joined by dashes: sign-in.")
        String action,

        @Doc("done or refused.") String outcome,

        @Doc("The account that did it; operator for the command line; empty for somebody who was not signed in.")
        String actor,

        @Doc("What the actor was called then.") String actorName,

        @Doc("The account, or other thing, that it was done to; may be empty.")
        String subject,

        @Doc("What the subject was called then.") String subjectName,

        @Doc("Where it came from; empty for the command line.")
        String address,

        @Doc("What the browser or program calls itself.") String agent,
        @Doc("A few words more; may be empty.") String detail) {}
