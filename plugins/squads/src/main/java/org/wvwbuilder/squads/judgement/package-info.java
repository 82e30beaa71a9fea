/** What the guild thinks of builds and rules: the shipped tables, changed by its commanders, and who plays what by them. */
package org.wvwbuilder.squads.judgement;
