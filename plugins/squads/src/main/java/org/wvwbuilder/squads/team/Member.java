package org.wvwbuilder.squads.team;

import java.time.Instant;
import org.wvwbuilder.plugin.Teams.Role;

/** Somebody in a team. */
public record Member(String account, Role role, Instant joinedAt) {}
