-- Who could come, and what they can play. The team is empty for a roster of one's own.
CREATE TABLE squads_rosters (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    team_id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX squads_rosters_by_owner ON squads_rosters (owner, id);
CREATE INDEX squads_rosters_by_team ON squads_rosters (team_id, id);

-- Entry ids sort by the time of their making: the order of the roster.
CREATE TABLE squads_entries (
    id TEXT PRIMARY KEY,
    roster_id TEXT NOT NULL,
    player TEXT NOT NULL,
    player_lower TEXT NOT NULL,
    builds TEXT NOT NULL,
    note TEXT NOT NULL,
    present INTEGER NOT NULL
);

CREATE UNIQUE INDEX squads_entries_by_player ON squads_entries (roster_id, player_lower);
CREATE INDEX squads_entries_in_order ON squads_entries (roster_id, id);
