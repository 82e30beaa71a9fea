-- Teams, and who is in them.
CREATE TABLE squads_teams (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    members BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE squads_members (
    team_id TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (team_id, account)
);

CREATE INDEX squads_members_by_account ON squads_members (account, team_id);

-- What a request with an Idempotency-Key made: kept for a day.
CREATE TABLE squads_repeats (
    owner TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    made TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (owner, idempotency_key)
);

CREATE INDEX squads_repeats_by_age ON squads_repeats (at);
