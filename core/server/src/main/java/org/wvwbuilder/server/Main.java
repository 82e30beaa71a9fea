package org.wvwbuilder.server;

import org.wvwbuilder.boot.Program;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Cli;
import org.wvwbuilder.cli.Terminal;

/** Hands the words of the command line to the commands, and these what they need. */
public final class Main implements Program {

    @Override
    public int run(World world, String[] words) {
        return new Cli(new Stage(world), Terminal.system(System.getenv())).run(words);
    }
}
