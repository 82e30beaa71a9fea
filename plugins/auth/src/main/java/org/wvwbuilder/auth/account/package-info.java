/** Accounts: their names, their rows, how they are made, changed and removed. */
package org.wvwbuilder.auth.account;
