/** Jobs: when they run, who runs them, what became of it. */
package org.wvwbuilder.scheduling;
