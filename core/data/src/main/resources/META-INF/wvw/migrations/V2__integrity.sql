-- What the last reading of the whole file found; the complaint is empty when all was well.
create table data_integrity (
    id integer primary key,
    at bigint not null,
    complaint text not null
);
