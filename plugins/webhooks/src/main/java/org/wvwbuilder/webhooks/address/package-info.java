/** Which addresses a webhook may have, in whatever spelling, and which of them a connection may reach. */
package org.wvwbuilder.webhooks.address;
