/** Tells the result: as a table, as JSON, as a page with plots, and against an earlier one. */
package org.wvwbuilder.loadtest.report;
