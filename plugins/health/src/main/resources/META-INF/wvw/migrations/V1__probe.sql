-- The row that a readiness probe writes: one for each server that shares the database.
CREATE TABLE health_probe (
    node       TEXT   NOT NULL PRIMARY KEY,
    written_at BIGINT NOT NULL
);
