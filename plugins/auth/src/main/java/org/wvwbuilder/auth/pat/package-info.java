/** Personal access tokens: what people give their scripts in place of their password, with limits and an end. */
package org.wvwbuilder.auth.pat;
