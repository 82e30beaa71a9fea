/** The plugin itself: what it contributes, and the offers that need no request. */
package org.wvwbuilder.squads;
