/** All SQL of the plugin: webhooks and their deliveries. */
package org.wvwbuilder.webhooks.store;
