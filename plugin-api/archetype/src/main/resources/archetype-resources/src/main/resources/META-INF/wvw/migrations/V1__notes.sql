#set( $prefix = $artifactId.replace("-", "_") )
CREATE TABLE ${prefix}_notes (
    id   TEXT PRIMARY KEY,
    at   BIGINT NOT NULL,
    text TEXT NOT NULL
);

-- Serves: the newest first, and forgetting the oldest.
CREATE INDEX ${prefix}_notes_at ON ${prefix}_notes (at, id);
