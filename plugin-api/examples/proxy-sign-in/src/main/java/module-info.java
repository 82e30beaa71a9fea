import com.example.proxysignin.ProxySignIn;
import org.wvwbuilder.plugin.PluginModule;

/** Signs in whom a reverse proxy names that knows people already. */
@PluginModule(id = "proxy-sign-in", title = "Proxy sign-in", config = ProxySignIn.Config.class, database = false)
module com.example.proxysignin {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            ProxySignIn;
}
