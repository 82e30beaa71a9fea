package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a request may carry beside its body.
 *
 * @param in path, query, header or cookie
 */
record Parameter(String name, String in, JsonNode schema) {}
