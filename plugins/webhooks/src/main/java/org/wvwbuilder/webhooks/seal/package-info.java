/** Keeps addresses and secrets unreadable for whoever has the database alone. */
package org.wvwbuilder.webhooks.seal;
