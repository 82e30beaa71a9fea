/** Webhooks: the plugin and its settings. */
package org.wvwbuilder.webhooks;
