/**
 * The game's build template links. {@link org.wvwbuilder.builds.chatlink.ChatLink} turns a link into a {@link
 * org.wvwbuilder.builds.chatlink.BuildTemplate} and back without losing a byte: ids that nobody knows yet, the
 * utilities of a Revenant's inactive legends and bytes that a later patch may add all survive. Nothing here knows the
 * catalogue, so a link never fails because the game is newer than the tables.
 */
package org.wvwbuilder.builds.chatlink;
