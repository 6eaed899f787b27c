-- Which imports still run: those whose node gives signs of life.

create table import_node (
    id       varchar(36) not null primary key,
    beat_at  timestamp(6) with time zone not null
);

alter table import_job add column node varchar(36) default '' not null;

alter table import_source add column begun integer default 0 not null;         -- how many imports: each counts it up, so that two who begin at once collide
