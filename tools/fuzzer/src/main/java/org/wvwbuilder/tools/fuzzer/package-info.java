/**
 * Attacks a running product with requests made from its own OpenAPI document, and holds each answer against that
 * document. It knows no address by name: what a plugin adds is attacked as soon as it is described.
 */
package org.wvwbuilder.tools.fuzzer;
