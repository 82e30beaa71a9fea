/** Takes over the accounts of the program that was here before. */
package org.wvwbuilder.auth.original;
