-- What staff do to articles: edits that wait behind what readers see, hand-ins, unsaved texts, previews, and words about authors and tags.

-- The number of the revision that readers see, or would see. Newer ones wait until they are released.
alter table article add column live integer default 0 not null;
update article set live = revision;

-- Every revision holds all that was saved, so that it can be read, compared and restored.
create index article_by_update on article (updated_at);
create index article_of_owner on article (owner);

create sequence review_ids start with 50 increment by 50;
create table review (
    id            bigint        not null primary key,
    version       integer       not null,
    article_id    bigint        not null references article (id),
    revision      integer       not null,       -- the newest one when it was handed in or decided
    state         varchar(12)   not null,
    account       varchar(200)  not null,       -- who handed it in
    note          varchar(4000) not null,
    handed_in_at  timestamp(6) with time zone not null,
    decided_by    varchar(200),
    decided_at    timestamp(6) with time zone
);
create index review_of on review (article_id);
create index review_open on review (state, handed_in_at);

create sequence remark_ids start with 50 increment by 50;
create table remark (
    id         bigint        not null primary key,
    review_id  bigint        not null references review (id),
    account    varchar(200)  not null,
    text       varchar(4000) not null,
    made_at    timestamp(6) with time zone not null
);
create index remark_of on remark (review_id);

-- What a person has typed and not saved: one row for each person and page, without revision, audit or edition.
create sequence autosave_ids start with 50 increment by 50;
create table autosave (
    id            bigint       not null primary key,
    account       varchar(200) not null,
    page          varchar(80)  not null,        -- "article:ID", or "new:" and a random word
    content       text         not null,        -- JSON, as the editor sends it
    seen_version  integer      not null,
    saved_at      timestamp(6) with time zone not null,
    unique (account, page)
);

-- A secret address under which somebody without an account reads the newest revision, for a time.
create sequence preview_ids start with 50 increment by 50;
create table preview (
    id          bigint       not null primary key,
    article_id  bigint       not null references article (id),
    secret      varchar(64)  not null unique,   -- SHA-256 of the word in the address
    account     varchar(200) not null,
    ends_at     timestamp(6) with time zone not null
);
create index preview_of on preview (article_id);

alter table author add column portrait varchar(80);

create table tag_pin (
    tag_id      bigint  not null references tag (id),
    place       integer not null,
    article_id  bigint  not null references article (id),
    primary key (tag_id, place)
);

alter table media add column alt varchar(1000);
alter table media add column binned_at timestamp(6) with time zone;
alter table media add column taken_down boolean default false not null;
