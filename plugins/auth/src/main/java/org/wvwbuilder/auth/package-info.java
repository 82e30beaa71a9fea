/** The plugin itself and its settings. */
package org.wvwbuilder.auth;
