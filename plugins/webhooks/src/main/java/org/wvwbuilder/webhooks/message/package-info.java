/** What an event looks like when it is sent. */
package org.wvwbuilder.webhooks.message;
