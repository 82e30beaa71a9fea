package org.wvwbuilder.builds.catalogue;

/** The shipped catalogue cannot be used; the message ends with what to do. */
public final class CatalogueFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueFault(String why, Throwable cause) {
        super("The catalogue is damaged (" + why + "). Install this version of WvW Builder again.", cause);
    }
}
