CREATE TABLE kill_feed_readings (
    id       TEXT PRIMARY KEY,
    at       BIGINT NOT NULL,
    match_id TEXT NOT NULL,
    red      BIGINT NOT NULL,
    blue     BIGINT NOT NULL,
    green    BIGINT NOT NULL
);

-- Serves: forgetting the oldest. The primary key serves the list.
CREATE INDEX kill_feed_readings_at ON kill_feed_readings (at);
