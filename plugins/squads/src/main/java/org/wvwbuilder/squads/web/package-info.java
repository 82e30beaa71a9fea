/** What all resources of the plugin need: findings about a request, ETags, and where a page of a list goes on. */
package org.wvwbuilder.squads.web;
