package org.wvwbuilder.auth.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that are trusted at this moment, the newest first. */
record KeySet(List<SigningKey> keys, Map<String, SigningKey> byKid) {

    static KeySet of(List<SigningKey> keys) {
        var byKid = new LinkedHashMap<String, SigningKey>();
        keys.forEach(key -> byKid.put(key.kid(), key));
        return new KeySet(List.copyOf(keys), Map.copyOf(byKid));
    }

    Optional<SigningKey> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    boolean trusts(String kid) {
        return byKid.containsKey(kid);
    }

    /** The key that new tokens are to be signed with, if there is one. */
    Optional<SigningKey> signerAt(long now) {
        var able = keys.stream().filter(key -> key.signs(now)).toList();
        // A key that other nodes may not have seen yet signs only where there is no older one.
        return able.stream()
                .filter(key -> key.createdAt() <= now - SigningKeys.SPREAD.toMillis())
                .findFirst()
                .or(() -> able.isEmpty() ? Optional.empty() : Optional.of(able.getLast()));
    }

    /** @throws IllegalStateException when there is none that can sign */
    SigningKey signer(long now) {
        return signerAt(now)
                .orElseThrow(() -> new IllegalStateException(
                        "no signing key can be opened with this master key: put the master key file back that the"
                                + " installation was made with"));
    }
}
