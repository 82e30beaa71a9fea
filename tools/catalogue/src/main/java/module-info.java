/** Turns JSON tables of game facts into the compact catalogue that the plugin builds ships. Never part of the product. */
module org.wvwbuilder.tools.catalogue {
    requires com.fasterxml.jackson.databind;
}
