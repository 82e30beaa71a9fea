/**
 * The HTTP host. {@link org.wvwbuilder.http.HttpServer} puts it together; a request goes from the {@code Front} to an
 * {@code Api} of one plugin, to a site's files or to one of the server's own pages, and whatever goes wrong on the way
 * becomes a problem document in {@code Problems}.
 */
package org.wvwbuilder.http;
