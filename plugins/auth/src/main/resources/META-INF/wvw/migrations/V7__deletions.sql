-- Which accounts are gone: what the other plugins keep of them goes as well, even if a server ends in between. Who they were
-- is not told here. 'told' once the event was, 'forgotten' once every plugin said that nothing is left.
CREATE TABLE auth_deletions (
    account   TEXT    NOT NULL PRIMARY KEY,
    at        BIGINT  NOT NULL,
    told      INTEGER NOT NULL CHECK (told IN (0, 1)),
    forgotten INTEGER NOT NULL CHECK (forgotten IN (0, 1))
);
CREATE INDEX auth_deletions_untold ON auth_deletions (account) WHERE told = 0;
CREATE INDEX auth_deletions_pending ON auth_deletions (account) WHERE forgotten = 0;
CREATE INDEX auth_deletions_by_time ON auth_deletions (at);
