/** Invitations: a code that makes one account, with a role that an administrator chose. */
package org.wvwbuilder.auth.invite;
