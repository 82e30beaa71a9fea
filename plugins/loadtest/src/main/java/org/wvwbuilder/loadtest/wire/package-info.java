/** A lean HTTP/1.1 client that connects to checked addresses only and takes no answer for a success that is not whole. */
package org.wvwbuilder.loadtest.wire;
