/** Sessions: a sign-in and the family of refresh tokens that grows from it, and who is signed in right now. */
package org.wvwbuilder.auth.session;
