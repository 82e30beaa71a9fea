/**
 * Talks with the game's official API, version 2: politely (a bucket of requests, batches, patience), and reading
 * leniently, since the API grows without notice. Nothing outside this package knows HTTP.
 */
package org.wvwbuilder.builds.official;
