/**
 * Turns a list of players into subgroups that work: an exact search where it is small, a steered random search for the
 * rest, strictly in the order of the goals, with the same answer for the same seed.
 */
package org.wvwbuilder.squads.optimise;
