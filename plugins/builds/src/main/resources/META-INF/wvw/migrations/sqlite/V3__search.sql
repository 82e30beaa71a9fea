-- The search. Rows are numbered by their last change, so that the newest matches come first without sorting them.
-- Without contents of its own: the builds stand in builds_builds, found by search_row.
CREATE VIRTUAL TABLE builds_search USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    detail = none,
    tokenize = "ascii tokenchars '_'"
);

ALTER TABLE builds_builds ADD COLUMN search_row BIGINT;
CREATE UNIQUE INDEX builds_by_search_row ON builds_builds (search_row, name_lower, id);
