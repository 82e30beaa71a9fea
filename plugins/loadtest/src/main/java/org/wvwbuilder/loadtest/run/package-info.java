/** Sends requests by a plan and keeps what came of them. */
package org.wvwbuilder.loadtest.run;
