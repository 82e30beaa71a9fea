/** From {@code java -m} to the first class of the host layer. */
package org.wvwbuilder.boot;
