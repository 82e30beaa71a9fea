-- The catalogues that were fetched from the official API: one sheet for each language, and what each edition changed.
CREATE TABLE builds_editions (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    game_build BIGINT,
    digest TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    checked_at BIGINT NOT NULL
);

CREATE TABLE builds_edition_sheets (
    edition TEXT NOT NULL,
    language TEXT NOT NULL,
    sheet BLOB NOT NULL,
    PRIMARY KEY (edition, language)
);

CREATE TABLE builds_edition_changes (
    edition TEXT NOT NULL,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    fact BIGINT NOT NULL,
    what TEXT NOT NULL,
    name_before TEXT,
    name_after TEXT,
    PRIMARY KEY (edition, place)
);
