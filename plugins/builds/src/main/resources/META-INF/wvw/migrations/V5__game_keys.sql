-- The players' subtokens of the game, sealed with a secret that does not stand in the database.
CREATE TABLE builds_game_keys (
    account TEXT PRIMARY KEY,
    sealed TEXT NOT NULL,
    game_account TEXT NOT NULL,
    permissions TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    refused_at BIGINT
);

-- Which build came from which tab of which character, and what it was then.
CREATE TABLE builds_imports (
    account TEXT NOT NULL,
    game_character TEXT NOT NULL,
    tab INTEGER NOT NULL,
    build_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (account, game_character, tab)
);
