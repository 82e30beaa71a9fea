/**
 * Tools for the tests of every module: real databases, a clock that can be steered, waiting with a deadline. On the class
 * path of tests only.
 */
package org.wvwbuilder.testing;
