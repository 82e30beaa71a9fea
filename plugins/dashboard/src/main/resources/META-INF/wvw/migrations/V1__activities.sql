-- What happened, as it was told. Who may see it: public, team:ID, own:ACCOUNT or admin.
CREATE TABLE dashboard_activities (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    type TEXT NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    audience TEXT NOT NULL
);

CREATE INDEX dashboard_activities_by_actor ON dashboard_activities (actor, id);
CREATE INDEX dashboard_activities_by_audience ON dashboard_activities (audience, id);
CREATE INDEX dashboard_activities_by_subject ON dashboard_activities (subject, id);

-- How many there were in each quarter of an hour, for by:ACCOUNT and for each audience: no figure counts rows, and days of
-- every time zone are made of whole quarters.
CREATE TABLE dashboard_counts (
    of_whom TEXT NOT NULL,
    quarter BIGINT NOT NULL,
    activities BIGINT NOT NULL,
    PRIMARY KEY (of_whom, quarter)
);

-- When the log began, in one row: what is older is known from the things themselves.
CREATE TABLE dashboard_beginning (
    one INTEGER PRIMARY KEY,
    at BIGINT NOT NULL
);
