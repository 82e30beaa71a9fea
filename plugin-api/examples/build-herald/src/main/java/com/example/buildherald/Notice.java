package com.example.buildherald;

import java.time.Instant;

/** One line of the notice board. */
public record Notice(Instant at, String name, String profession, String chatLink) {}
