/** Reads the characters of a player as the official API tells them: their build tabs and gear tabs, as builds of ours. */
package org.wvwbuilder.builds.character;
