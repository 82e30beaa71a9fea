/**
 * Keeps the players' keys of the game: never the key itself, but a subtoken that can do no more than we need, sealed with
 * a secret that lies in a file of its own.
 */
package org.wvwbuilder.builds.gamekey;
