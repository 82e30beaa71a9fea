/** What is going to be measured, within which bounds. */
package org.wvwbuilder.loadtest.plan;
