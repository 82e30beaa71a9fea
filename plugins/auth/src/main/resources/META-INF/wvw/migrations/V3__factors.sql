-- The secret of an authenticator app, sealed with the master key. last_step is the newest time step whose code was
-- used, so that no code is good twice. failures and blocked_until slow down whoever guesses.
CREATE TABLE auth_factors (
    user_id       TEXT    NOT NULL PRIMARY KEY REFERENCES auth_users (id) ON DELETE CASCADE,
    secret_sealed TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL,
    confirmed_at  BIGINT,
    last_step     BIGINT  NOT NULL,
    failures      INTEGER NOT NULL,
    blocked_until BIGINT  NOT NULL
);

-- One row for each recovery code that is left. 120 random bits each: a plain hash is enough.
CREATE TABLE auth_recovery_codes (
    user_id TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    hash    TEXT NOT NULL,
    PRIMARY KEY (user_id, hash)
);

-- Sign-ins whose password was right and whose code is still to come. proof is a hash of the password's hash: a new
-- password ends them.
CREATE TABLE auth_challenges (
    hash       TEXT    NOT NULL PRIMARY KEY,
    user_id    TEXT    NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    proof      TEXT    NOT NULL,
    expires_at BIGINT  NOT NULL,
    tries      INTEGER NOT NULL
);
CREATE INDEX auth_challenges_by_user ON auth_challenges (user_id);
CREATE INDEX auth_challenges_by_expiry ON auth_challenges (expires_at);
