/** What is measured by itself, without a server around it; how to run it stands in the README. */
package org.wvwbuilder.benchmarks;
