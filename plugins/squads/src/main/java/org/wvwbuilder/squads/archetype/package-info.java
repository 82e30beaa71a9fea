/** What builds give a squad and what a squad needs: capabilities, archetypes, rules, and the tables shipped with them. */
package org.wvwbuilder.squads.archetype;
