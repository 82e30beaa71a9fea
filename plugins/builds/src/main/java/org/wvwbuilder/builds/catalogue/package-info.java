/**
 * The facts of the game: ids, names, numbers and relations, shipped as one compact resource and held in memory, where
 * nothing changes them. The folder {@code tools/catalogue} writes the resource and explains its format.
 */
package org.wvwbuilder.builds.catalogue;
