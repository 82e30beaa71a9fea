/**
 * Signing in with a provider of OpenID Connect, or of OAuth 2.0 where it tells who somebody is. Between the browser's
 * leaving and its return everything lies sealed in a cookie, so that nobody fills a table by starting.
 */
package org.wvwbuilder.auth.openid;
