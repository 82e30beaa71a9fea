-- What was tried too often. A bucket's name is an HMAC: what people mistype into the field of the name, passwords not
-- least, cannot be read here.
CREATE TABLE auth_attempts (
    bucket        TEXT    NOT NULL PRIMARY KEY,
    tries         INTEGER NOT NULL,
    began_at      BIGINT  NOT NULL,
    blocked_until BIGINT  NOT NULL,
    expires_at    BIGINT  NOT NULL
);
CREATE INDEX auth_attempts_by_expiry ON auth_attempts (expires_at);

-- Browsers that signed in to an account before; only hashes of what their cookies hold.
CREATE TABLE auth_devices (
    hash       TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    used_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_devices_by_user ON auth_devices (user_id, used_at);
CREATE INDEX auth_devices_by_expiry ON auth_devices (expires_at);

-- Who did what, to whom, when and from where. Rows are inserted, and deleted by age: nothing else. No references: what
-- somebody did stays when the account is gone.
CREATE TABLE auth_audit (
    id         TEXT   NOT NULL PRIMARY KEY,
    at         BIGINT NOT NULL,
    action     TEXT   NOT NULL,
    outcome    TEXT   NOT NULL CHECK (outcome IN ('done', 'refused')),
    actor      TEXT   NOT NULL,
    actor_name TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    subject_name TEXT NOT NULL,
    address    TEXT   NOT NULL,
    agent      TEXT   NOT NULL,
    detail     TEXT   NOT NULL
);
CREATE INDEX auth_audit_by_time ON auth_audit (at, id);
CREATE INDEX auth_audit_by_action ON auth_audit (action, at, id);
CREATE INDEX auth_audit_by_actor ON auth_audit (actor, at, id);
CREATE INDEX auth_audit_by_subject ON auth_audit (subject, at, id);

CREATE TABLE auth_invites (
    id         TEXT   NOT NULL PRIMARY KEY,
    hash       TEXT   NOT NULL UNIQUE,
    role       TEXT   NOT NULL CHECK (role IN ('admin', 'commander', 'member')),
    email      TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_invites_by_expiry ON auth_invites (expires_at);
