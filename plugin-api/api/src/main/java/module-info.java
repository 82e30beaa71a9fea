/** Everything a plugin may know about WvW Builder, and nothing else: no library of the server shows through. */
module org.wvwbuilder.plugin.api {
    requires transitive jakarta.annotation;
    requires transitive jakarta.ws.rs;
    requires transitive java.sql;
    requires static transitive org.apiguardian.api;

    exports org.wvwbuilder.plugin;
    exports org.wvwbuilder.plugin.event;
}
