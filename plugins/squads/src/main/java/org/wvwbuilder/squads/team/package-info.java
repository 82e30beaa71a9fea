/** Teams: who is in them, what each member may do, and the resources that say so. */
package org.wvwbuilder.squads.team;
