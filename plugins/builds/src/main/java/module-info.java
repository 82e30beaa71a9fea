/** Keeps builds: reads and writes the game's build links, serves the facts of the game, and stores what people save. */
module org.wvwbuilder.builds {
    requires org.wvwbuilder.plugin.api;
}
