/** Asks the optimiser for people: checks what they send, gives each run its turn on a core, and tells how it goes. */
package org.wvwbuilder.squads.solve;
