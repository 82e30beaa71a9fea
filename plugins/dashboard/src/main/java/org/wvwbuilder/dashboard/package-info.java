/** The dashboard: it keeps nothing itself, so there is nothing here but asking the others and adding up. */
package org.wvwbuilder.dashboard;
