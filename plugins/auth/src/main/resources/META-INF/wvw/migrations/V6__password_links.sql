-- Links with which people who lost their password choose another: one an account, and of its code only the hash.
CREATE TABLE auth_password_links (
    user_id    TEXT   NOT NULL PRIMARY KEY REFERENCES auth_users (id) ON DELETE CASCADE,
    hash       TEXT   NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_password_links_by_expiry ON auth_password_links (expires_at);
