/** One request over one connection to an address that was checked. */
package org.wvwbuilder.webhooks.send;
