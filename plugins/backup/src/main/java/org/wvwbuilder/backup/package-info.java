/** Opens the plugin. */
package org.wvwbuilder.backup;
