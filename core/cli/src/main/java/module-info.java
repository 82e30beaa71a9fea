/**
 * The command line {@code gw2}: which commands there are, how their words are read and how their answers are printed.
 * What the commands do is behind {@link org.wvwbuilder.cli.Backstage}; this module knows neither HTTP server, database
 * nor plugin.
 */
module org.wvwbuilder.cli {
    requires transitive org.wvwbuilder.kernel;
    requires info.picocli;

    exports org.wvwbuilder.cli;
}
