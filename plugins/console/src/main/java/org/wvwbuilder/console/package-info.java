/**
 * What the server's side of the web console needs: {@link org.wvwbuilder.console.Console} contributes the site and its
 * own panels, {@link org.wvwbuilder.console.PanelsResource} tells the browser which panels there are for the one who
 * asks. Everything else happens in the browser.
 */
package org.wvwbuilder.console;
