package com.example.killfeed;

import java.time.Instant;
import org.wvwbuilder.plugin.Doc;

/** What the match was like at one moment. */
public record Reading(
        String id,
        Instant at,
        String match,
        @Doc("Since the week began") Kills total,
        @Doc("Since the reading before; zero for the first one of a match") Kills gained) {}
