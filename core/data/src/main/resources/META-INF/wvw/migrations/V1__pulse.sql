-- One row that the health check writes and reads, to know that both work.
create table data_pulse (
    id integer primary key,
    at bigint not null
);
