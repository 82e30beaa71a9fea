/** Saved builds in the database: what a build is, the SQL, and nothing about HTTP. */
package org.wvwbuilder.builds.store;
