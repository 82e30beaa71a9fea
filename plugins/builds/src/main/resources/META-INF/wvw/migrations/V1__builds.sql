-- Saved builds. The link holds the template; profession and specializations stand beside it for the filters.
CREATE TABLE builds_builds (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    name_lower TEXT NOT NULL,
    profession INTEGER NOT NULL,
    specialization_1 INTEGER NOT NULL,
    specialization_2 INTEGER NOT NULL,
    specialization_3 INTEGER NOT NULL,
    chat_link TEXT NOT NULL,
    equipment TEXT NOT NULL,
    game_mode TEXT NOT NULL,
    role TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    visibility TEXT NOT NULL,
    needs_review INTEGER NOT NULL,
    checked_against TEXT NOT NULL,
    idempotency_key TEXT,
    request_digest TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Ids sort by the time of their making, so they also serve the lists that are sorted by it.
CREATE INDEX builds_by_owner_updated ON builds_builds (owner, updated_at, id);
CREATE INDEX builds_by_owner_name ON builds_builds (owner, name_lower, id);
CREATE INDEX builds_by_owner_created ON builds_builds (owner, id);
CREATE INDEX builds_public_updated ON builds_builds (updated_at, id) WHERE visibility = 'public';
CREATE INDEX builds_public_name ON builds_builds (name_lower, id) WHERE visibility = 'public';
CREATE INDEX builds_public_profession ON builds_builds (profession, updated_at, id) WHERE visibility = 'public';
CREATE INDEX builds_unchecked ON builds_builds (checked_against);
CREATE UNIQUE INDEX builds_idempotent ON builds_builds (owner, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Owner and openness are repeated here, so that the tags are counted without looking at the builds.
CREATE TABLE builds_tags (
    build_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    owner TEXT NOT NULL,
    open INTEGER NOT NULL,
    PRIMARY KEY (build_id, tag)
);

CREATE INDEX builds_tags_open ON builds_tags (open, tag);
CREATE INDEX builds_tags_owner ON builds_tags (owner, open, tag);

-- How many builds each person has: kept in the transaction that adds or removes one.
CREATE TABLE builds_totals (
    owner TEXT PRIMARY KEY,
    builds BIGINT NOT NULL
);
