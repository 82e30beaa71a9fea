/** The dashboard: a log that events fill, figures that are kept with it, and what the other plugins count. */
package org.wvwbuilder.dashboard;
