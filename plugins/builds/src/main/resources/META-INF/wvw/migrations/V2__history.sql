-- Whom a build is shared with beside its owner, and who changed it last; empty for its owner.
ALTER TABLE builds_builds ADD COLUMN team TEXT;
ALTER TABLE builds_builds ADD COLUMN editor TEXT NOT NULL DEFAULT '';
CREATE INDEX builds_by_team_updated ON builds_builds (team, updated_at, id) WHERE team IS NOT NULL;
CREATE INDEX builds_by_team_name ON builds_builds (team, name_lower, id) WHERE team IS NOT NULL;
CREATE INDEX builds_by_team_created ON builds_builds (team, id) WHERE team IS NOT NULL;

-- What builds were before their changes, each with the version that it had. The newest state stands in builds_builds.
CREATE TABLE builds_history (
    build_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    editor TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    name TEXT NOT NULL,
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
    team TEXT,
    PRIMARY KEY (build_id, version)
);

-- Deleted builds, for thirty days.
CREATE TABLE builds_trash (
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
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    team TEXT,
    editor TEXT NOT NULL,
    deleted_at BIGINT NOT NULL
);

CREATE INDEX builds_trash_by_owner ON builds_trash (owner, deleted_at, id);
CREATE INDEX builds_trash_by_age ON builds_trash (deleted_at);
