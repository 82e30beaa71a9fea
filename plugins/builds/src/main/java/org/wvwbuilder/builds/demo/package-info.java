/** Invents believable builds, for a first look and for measuring. */
package org.wvwbuilder.builds.demo;
