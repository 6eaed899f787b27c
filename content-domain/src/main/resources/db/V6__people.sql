-- Who signs in and how long that holds, and the upkeep of the audit.

-- One row for each time that somebody signed in, known by the hash of the server's token: what has ended stays so after a restart and on every node.
create table sign_in (
    token     varchar(64)  not null primary key,    -- SHA-256 of the token
    account   varchar(200) not null,
    began_at  timestamp(6) with time zone not null,
    seen_at   timestamp(6) with time zone not null, -- to the minute
    ended     boolean      not null
);
create index sign_in_by_time on sign_in (began_at);

create index audit_of_subject on audit (kind, subject, happened_at);
create index audit_of_account on audit (account, happened_at);
create index audit_of_action on audit (action, happened_at);

-- What one node does now and then for all of them.
create table upkeep (
    name     varchar(40) not null primary key,
    done_at  timestamp(6) with time zone not null
);
insert into upkeep (name, done_at) values ('audit', timestamp with time zone '2000-01-01 00:00:00+00');

-- Other names of an author, as slugs: whoever changes the own name is found again under the old one.
create table author_alias (
    slug       varchar(240) not null primary key,
    author_id  bigint       not null references author (id)
);
create index author_alias_of on author_alias (author_id);
