-- The number of the state that readers should see, what each number changed, and who did what.

create table edition (
    id      integer     not null primary key,
    number  bigint      not null,
    epoch   varchar(36) not null                -- renewed when a backup is restored; empty until the first start
);

insert into edition (id, number, epoch) values (1, 0, '');

create table change_log (
    edition  bigint      not null,
    place    integer     not null,
    kind     varchar(20) not null,
    subject  bigint      not null,
    primary key (edition, place)
);

create sequence audit_ids start with 50 increment by 50;

create table audit (
    id           bigint        not null primary key,
    happened_at  timestamp(6) with time zone not null,
    account      varchar(200)  not null,
    address      varchar(64)   not null,
    action       varchar(40)   not null,
    kind         varchar(20)   not null,
    subject      bigint,
    title        varchar(1000) not null
);

create index audit_by_time on audit (happened_at);
