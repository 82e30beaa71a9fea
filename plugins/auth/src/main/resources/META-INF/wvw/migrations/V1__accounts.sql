-- The *_key columns hold the folded spelling that makes a name unique; the others keep what the person typed.
CREATE TABLE auth_users (
    id            TEXT    NOT NULL PRIMARY KEY,
    email         TEXT    NOT NULL,
    email_key     TEXT    NOT NULL UNIQUE,
    username      TEXT    NOT NULL,
    username_key  TEXT    NOT NULL UNIQUE,
    password_hash TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('admin', 'commander', 'member')),
    language      TEXT    NOT NULL CHECK (language IN ('', 'en', 'fr')),
    disabled      INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    version       BIGINT  NOT NULL,
    created_at    BIGINT  NOT NULL,
    changed_at    BIGINT  NOT NULL,
    signed_in_at  BIGINT
);
CREATE INDEX auth_users_by_role ON auth_users (role, disabled);

-- One row for each sign-in. Every refresh token that grows from it belongs to its family.
CREATE TABLE auth_sessions (
    id         TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    agent      TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at   BIGINT,
    ended_why  TEXT   NOT NULL
);
CREATE INDEX auth_sessions_by_user ON auth_sessions (user_id, used_at);
CREATE INDEX auth_sessions_by_expiry ON auth_sessions (expires_at);

-- Only SHA-256 hashes: who reads this table can sign in as nobody.
CREATE TABLE auth_refresh_tokens (
    hash       TEXT   NOT NULL PRIMARY KEY,
    session_id TEXT   NOT NULL REFERENCES auth_sessions (id) ON DELETE CASCADE,
    issued_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX auth_refresh_tokens_by_session ON auth_refresh_tokens (session_id);
CREATE INDEX auth_refresh_tokens_by_expiry ON auth_refresh_tokens (expires_at);

-- The private half is sealed with a key that stands in a file outside of the database.
CREATE TABLE auth_keys (
    kid            TEXT   NOT NULL PRIMARY KEY,
    algorithm      TEXT   NOT NULL,
    public_key     TEXT   NOT NULL,
    private_sealed TEXT   NOT NULL,
    created_at     BIGINT NOT NULL,
    retired_at     BIGINT,
    revoked_at     BIGINT
);

CREATE TABLE auth_setup_tokens (
    hash       TEXT   NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);

-- Facts about the installation; 'master-key' recognises the key file that the passwords depend on.
CREATE TABLE auth_facts (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
