/**
 * The editions of the catalogue: the shipped one, those that were fetched from the official API, which of them is in
 * force, and what each changed.
 */
package org.wvwbuilder.builds.edition;
