-- The search. Rows are numbered by their last change, so that the newest matches come first without sorting them.
CREATE SEQUENCE builds_search_rows;
ALTER TABLE builds_builds ADD COLUMN search_row BIGINT;
ALTER TABLE builds_builds ADD COLUMN search_words tsvector;
CREATE UNIQUE INDEX builds_by_search_row ON builds_builds (search_row);
CREATE INDEX builds_by_search_words ON builds_builds USING gin (search_words);
