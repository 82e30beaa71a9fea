/** Describes the resources of all plugins as an OpenAPI 3.1 document, from their Jakarta annotations and records. */
package org.wvwbuilder.http.openapi;
