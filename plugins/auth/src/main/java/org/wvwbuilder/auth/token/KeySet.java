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

    /** @throws IllegalStateException when there is none that can sign */
    SigningKey signer() {
        return keys.stream()
                .filter(key -> key.active() && key.privateKey().isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no signing key can be opened with this master key: put the master key file back that the"
                                + " installation was made with"));
    }
}
