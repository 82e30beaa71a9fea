/** What an operator is promised, tried on the unpacked tarball. */
package org.wvwbuilder.distribution;
