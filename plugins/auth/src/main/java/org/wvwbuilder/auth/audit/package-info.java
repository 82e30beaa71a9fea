/** Takes down who did what to whom. */
package org.wvwbuilder.auth.audit;
