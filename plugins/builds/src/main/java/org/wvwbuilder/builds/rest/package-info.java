/** The REST resources: what a request asks for, checked, and what is answered. */
package org.wvwbuilder.builds.rest;
