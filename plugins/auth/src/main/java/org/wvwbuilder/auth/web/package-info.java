/** The REST resources of the accounts, and the records that they take and give. */
package org.wvwbuilder.auth.web;
