/** Takes over the builds of the program that was here before, which knew no chat links. */
package org.wvwbuilder.builds.original;
