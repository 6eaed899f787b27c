-- Where imported articles came from, and the jobs that brought them.

create sequence import_source_ids start with 50 increment by 50;
create sequence origin_ids start with 50 increment by 50;
create sequence import_job_ids start with 50 increment by 50;

create table import_source (
    id        bigint       not null primary key,
    version   integer      not null,
    name      varchar(200) not null unique,
    left_out  varchar(1000) not null            -- the single top folder that paths are kept without; may be empty
);

create table origin (
    id          bigint        not null primary key,
    version     integer       not null,
    source      varchar(200)  not null,
    path        varchar(1000) not null,
    article_id  bigint        not null references article (id),
    sha256      varchar(64)   not null,         -- of the file and of the options that it was read with
    revision    integer       not null,         -- of the article, as the import left it
    mapping     integer       not null,         -- version of the rules by which front matter was read
    unique (source, path)
);

create index origin_of on origin (article_id);

create table import_job (
    id          bigint       not null primary key,
    version     integer      not null,
    source      varchar(200) not null,
    state       varchar(12)  not null,
    account     varchar(200) not null,
    started_at  timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    files       integer      not null,
    done        integer      not null,
    report      text                            -- JSON
);

create index import_job_of on import_job (source, state);
