/** The second factor: codes of an authenticator app, recovery codes, and the sign-ins that wait for one. */
package org.wvwbuilder.auth.factor;
