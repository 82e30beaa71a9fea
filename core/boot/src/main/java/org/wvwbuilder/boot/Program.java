package org.wvwbuilder.boot;

/** What stands in the host layer and takes over from {@link Boot}. Found as a service. */
public interface Program {

    /**
     * Does what the words on the command line say.
     *
     * @param world the layers and folders to work with
     * @return the exit code
     */
    int run(World world, String[] words) throws Exception;
}
