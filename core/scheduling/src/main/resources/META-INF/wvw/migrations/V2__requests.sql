-- Why a run took place: schedule, missed, retry or hand; and who started it by hand.
alter table jobs_run add column cause text not null default 'schedule';
alter table jobs_run add column by_whom text not null default '';
update jobs_run set cause = 'hand' where scheduled is null;

-- For commands beside the server: what a job is called, and when it runs next; null once no server has it any more.
alter table jobs_job add column title text not null default '';
alter table jobs_job add column next bigint;

-- What a command asks the server to run. Whichever node deletes the row runs the job.
create table jobs_request (
    job text primary key,
    asked bigint not null,
    by_whom text not null
);
