/** The life of plugins, from a folder of jars to RUNNING and back. */
package org.wvwbuilder.kernel;
