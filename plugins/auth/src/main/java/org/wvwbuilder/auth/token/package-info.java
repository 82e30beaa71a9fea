/** Access tokens: signed for fifteen minutes, verified once, and worth nothing once their session has ended. */
package org.wvwbuilder.auth.token;
