/** Compositions: squads that somebody saved, their history, who may see them, and what covers what in them. */
package org.wvwbuilder.squads.composition;
