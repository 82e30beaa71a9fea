/** From an event to a delivery that is done. */
package org.wvwbuilder.webhooks.deliver;
