/** The plugin itself: what it contributes, and the jobs and offers that need no request. */
package org.wvwbuilder.builds;
