-- Who signs in with a provider: the issuer and its name for the person, which together never change.
CREATE TABLE auth_identities (
    id         TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    provider   TEXT   NOT NULL,
    issuer     TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    label      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX auth_identities_by_user ON auth_identities (user_id);

-- The sign-ins that came back from a provider: none comes back twice.
CREATE TABLE auth_openid_flows (
    hash       TEXT   NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_openid_flows_by_expiry ON auth_openid_flows (expires_at);
