/** From the words that an operator typed to an exit code. {@link org.wvwbuilder.cli.Cli} is where it starts. */
package org.wvwbuilder.cli;
