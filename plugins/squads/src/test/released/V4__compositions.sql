-- Squads as people saved them. The body holds the subgroups; the team is empty where there is none.
CREATE TABLE squads_compositions (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    team_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_lower TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    visibility TEXT NOT NULL,
    template INTEGER NOT NULL,
    body TEXT NOT NULL,
    share_code TEXT,
    changed_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX squads_compositions_by_owner ON squads_compositions (owner, updated_at, id);
CREATE INDEX squads_compositions_by_team ON squads_compositions (team_id, updated_at, id);
CREATE INDEX squads_compositions_updated ON squads_compositions (updated_at, id);
CREATE INDEX squads_compositions_named ON squads_compositions (name_lower, id);
CREATE UNIQUE INDEX squads_compositions_shared ON squads_compositions (share_code) WHERE share_code IS NOT NULL;

-- The states before the present one.
CREATE TABLE squads_history (
    composition_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    team_id TEXT NOT NULL,
    name TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    visibility TEXT NOT NULL,
    template INTEGER NOT NULL,
    body TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (composition_id, version)
);
