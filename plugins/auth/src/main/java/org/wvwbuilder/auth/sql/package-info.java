/** What the tables of this plugin share: a few lines of JDBC, and the cursor of a page. */
package org.wvwbuilder.auth.sql;
