-- What the server knows of a job: since when it has been waiting for its first run.
create table jobs_job (
    job text primary key,
    schedule text not null,
    since bigint not null
);

-- Every run. A row is made before the work begins, so that it is also the claim to do it.
create table jobs_run (
    id text primary key,
    job text not null,
    -- The moment that the schedule names; null when somebody started it by hand.
    scheduled bigint,
    attempt integer not null,
    node text not null,
    -- When the node last said that it is still at it.
    beat bigint not null,
    started bigint not null,
    ended bigint,
    outcome text not null,
    detail text not null
);

-- A firing has one effect, on however many nodes.
create unique index jobs_run_firing on jobs_run (job, scheduled, attempt);
-- Never twice at once.
create unique index jobs_run_running on jobs_run (job) where outcome = 'running';
create index jobs_run_newest on jobs_run (job, id);
