/** The few lines of JDBC that the tables of this plugin share. */
package org.wvwbuilder.auth.sql;
