/** The one database, on SQLite or PostgreSQL: transactions, migrations, health. */
package org.wvwbuilder.data;
