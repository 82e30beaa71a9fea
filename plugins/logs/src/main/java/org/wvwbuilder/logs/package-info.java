/** What operators see of the logs: sources, the REST resource, {@code gw2 logs}, and alerts. */
package org.wvwbuilder.logs;
