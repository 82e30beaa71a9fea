/** Share codes: a build with its gear as one short text; {@code docs/share-code.md} describes the format. */
package org.wvwbuilder.builds.share;
