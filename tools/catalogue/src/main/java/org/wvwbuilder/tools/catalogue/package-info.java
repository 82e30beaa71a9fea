/** The tool that writes the catalogue, run by hand when the facts change; see its README. */
package org.wvwbuilder.tools.catalogue;
