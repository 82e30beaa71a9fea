package org.wvwbuilder.plugin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Looks people up. Offered by the plugin that keeps the accounts.
 *
 * {@snippet lang=java :
 * var ids = Set.of(caller.user().id());
 * var names = context.find(Accounts.class).map(accounts -> accounts.names(ids)).orElse(Map.of());
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Accounts {

    /** The usernames of these accounts, by id; ids that nobody has are left out. */
    Map<String, String> names(Collection<String> ids);

    /** The id of the account with this username, in any case; empty where nobody has it or names cannot be looked up. */
    default Optional<String> id(String username) {
        return Optional.empty();
    }
}
