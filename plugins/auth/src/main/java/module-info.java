import org.wvwbuilder.auth.AuthPlugin;
import org.wvwbuilder.auth.AuthSettings;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Keeps the accounts: who may come in, with which password, for how long, and as what. The libraries are its own:
 * jose4j for tokens, jBCrypt for passwords, qrcodegen for the pictures that authenticator apps scan. jose4j speaks to slf4j, and the binding that says nothing is the right one:
 * it tells only which algorithms a runtime lacks, and what it may tell about a refused token belongs in no log.
 */
@PluginModule(
        id = "auth",
        title = "Accounts",
        config = AuthSettings.class,
        commands = {"user", "keys"})
module org.wvwbuilder.auth {
    requires io.nayuki.qrcodegen;
    requires java.net.http;
    requires jbcrypt;
    requires org.jose4j;
    requires org.slf4j.nop;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            AuthPlugin;
}
