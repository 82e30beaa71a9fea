/**
 * Turns a list of players into subgroups that work. A caller makes a {@link org.wvwbuilder.squads.optimise.Task}, or
 * lets a {@link org.wvwbuilder.squads.optimise.Request} in plain words make one; a
 * {@link org.wvwbuilder.squads.optimise.Fault} names every place of a request that is wrong.
 * {@link org.wvwbuilder.squads.optimise.Optimiser#solve Optimiser.solve} gives a
 * {@link org.wvwbuilder.squads.optimise.Plan}, {@link org.wvwbuilder.squads.optimise.Optimiser#teach teach} says who
 * should learn what, and a {@link org.wvwbuilder.squads.optimise.Watch} sees every better plan and may end the search.
 * Small squads are solved exactly, the others by a steered random search, strictly in the order of the goals, with the
 * same answer for the same seed.
 */
package org.wvwbuilder.squads.optimise;
