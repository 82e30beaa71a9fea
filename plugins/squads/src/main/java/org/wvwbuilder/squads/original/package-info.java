/** Takes over the teams and compositions of the program that was here before. */
package org.wvwbuilder.squads.original;
