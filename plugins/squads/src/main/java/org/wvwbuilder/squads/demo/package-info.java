/** A believable guild's teams, rosters and compositions, for a first look and for benchmarks. */
package org.wvwbuilder.squads.demo;
