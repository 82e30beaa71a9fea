/** Writes the OpenAPI 3.1 document from what the resources are made of: their methods, records and annotations. */
package org.wvwbuilder.http.openapi;
