package org.wvwbuilder.auth.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.auth.account.Draft;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.DemoData;

/**
 * The accounts of the demonstration guild. Only the administrator gets the password: the others have none, since a
 * thousand accounts with one known password would be a thousand open doors wherever the demonstration is left running.
 */
public final class DemoPeople implements DemoData {
    private final Database database;
    private final UserTable users;
    private final Registrar registrar;
    private final Passwords passwords;
    private final InstantSource clock;

    public DemoPeople(
            Database database, UserTable users, Registrar registrar, Passwords passwords, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.registrar = registrar;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public boolean empty() {
        return !database.read(users::anybody);
    }

    @Override
    public Map<String, Integer> fill(Guild guild, Consumer<String> progress) {
        var hash = passwords.hash(guild.password());
        var now = Instant.ofEpochMilli(clock.millis());
        database.write(connection -> {
            var password = hash;
            for (var person : guild.people()) {
                registrar.insert(connection, new Draft(user(person, now), password));
                password = Passwords.NONE;
            }
            return guild;
        });
        progress.accept(guild.people().size() + " accounts");
        return Map.of("users", guild.people().size());
    }

    private static User user(Person person, Instant now) {
        return new User(
                person.id(),
                person.email(),
                person.username(),
                person.role(),
                Optional.empty(),
                false,
                1,
                now,
                Optional.empty());
    }
}
