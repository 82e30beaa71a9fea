-- Tokens that people make for their scripts. Only SHA-256 hashes: who reads this table can use none of them.
CREATE TABLE auth_access_tokens (
    id         TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    name       TEXT   NOT NULL,
    scopes     TEXT   NOT NULL,
    hash       TEXT   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX auth_access_tokens_by_user ON auth_access_tokens (user_id, created_at);
CREATE INDEX auth_access_tokens_by_expiry ON auth_access_tokens (expires_at);
