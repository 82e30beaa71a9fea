CREATE TABLE build_herald_notices (
    build_id   TEXT PRIMARY KEY,
    at         BIGINT NOT NULL,
    name       TEXT NOT NULL,
    profession TEXT NOT NULL,
    chat_link  TEXT NOT NULL
);

-- Serves: newest first, and the trimming of the oldest.
CREATE INDEX build_herald_notices_at ON build_herald_notices (at);
