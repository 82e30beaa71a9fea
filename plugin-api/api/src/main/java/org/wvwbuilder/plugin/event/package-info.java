/** The events that the bundled plugins publish. */
package org.wvwbuilder.plugin.event;
