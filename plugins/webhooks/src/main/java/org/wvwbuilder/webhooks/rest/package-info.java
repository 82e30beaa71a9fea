/** The REST resources, for administrators. */
package org.wvwbuilder.webhooks.rest;
