-- Articles, tags and what belongs to them. One script for H2 and PostgreSQL: the SQL of both, no vendor's own words.
-- Ids come from sequences in steps of 50, as the entities are told. Times are instants, kept to the microsecond.

create sequence author_ids start with 1 increment by 50;
create sequence article_ids start with 1 increment by 50;
create sequence tag_ids start with 1 increment by 50;
create sequence revision_ids start with 1 increment by 50;
create sequence media_ids start with 1 increment by 50;
create sequence redirect_ids start with 1 increment by 50;

create table author (
    id       bigint       not null primary key,
    version  integer      not null,
    slug     varchar(240) not null unique,
    name     varchar(200) not null,
    about    text,
    account  varchar(200) unique                -- the realm's name for the person, once an administrator has said so
);

create table article (
    id               bigint        not null primary key,
    version          integer       not null,
    slug             varchar(240)  not null unique,
    title            varchar(1000) not null,
    source           text          not null,    -- Markdown
    summary          text,                      -- Markdown of a hand-made excerpt
    html             text          not null,    -- made from source by the renderer named beside it; links stand in it as tokens
    excerpt          text          not null,
    has_more         boolean       not null,    -- the excerpt is shorter than the article
    outline          text          not null,
    words            integer       not null,
    renderer         integer       not null,
    status           varchar(12)   not null,
    published_at     timestamp(6) with time zone,
    updated_at       timestamp(6) with time zone,
    expires_at       timestamp(6) with time zone,
    lapsed           boolean       not null,    -- readers have been told of the expiry
    owner            varchar(200)  not null,    -- an account
    language         varchar(35)   not null,
    weight           integer,
    description      varchar(4000),
    image            varchar(1000),
    series           varchar(400),
    translation_key  varchar(400),
    feed_id          varchar(1000),
    front_matter     text,                      -- unabridged, as JSON
    revision         integer       not null     -- number of the newest revision
);

create index article_due on article (status, published_at);
create index article_expiry on article (status, expires_at);

create table article_author (
    article_id  bigint  not null references article (id),
    place       integer not null,
    author_id   bigint  not null references author (id),
    primary key (article_id, place)
);

create index article_author_of on article_author (author_id);

create table tag (
    id             bigint       not null primary key,
    version        integer      not null,
    slug           varchar(240) not null unique,
    name           varchar(400) not null,       -- the spelling most used, or the one that staff have fixed
    name_fixed     boolean      not null,
    description    text
);

create table tag_alias (
    slug    varchar(240) not null primary key,
    tag_id  bigint       not null references tag (id)
);

create table tagging (
    article_id  bigint       not null references article (id),
    place       integer      not null,          -- in the author's order
    tag_id      bigint       not null references tag (id),
    weight      integer,                        -- within this tag's own page
    spelling    varchar(400) not null,          -- as written in this article
    primary key (article_id, place)
);

create index tagging_of on tagging (tag_id, article_id);

-- What an article's text leads to inside the site. target_id is empty until the target is there.
create table article_link (
    article_id  bigint       not null references article (id),
    place       integer      not null,
    target      varchar(240) not null,          -- slug as written
    target_id   bigint       references article (id),
    primary key (article_id, place)
);

create index article_link_to on article_link (target_id);
create index article_link_waiting on article_link (target);

create table revision (
    id          bigint        not null primary key,
    article_id  bigint        not null references article (id),
    number      integer       not null,
    title       varchar(1000) not null,
    source      text          not null,
    facts       text          not null,         -- all else that was saved, as JSON
    account     varchar(200)  not null,
    reason      varchar(400)  not null,
    made_at     timestamp(6) with time zone not null,
    unique (article_id, number)
);

-- A picture has a key that texts name and never changes; the bytes are found by their hash.
create table media (
    id         bigint       not null primary key,
    version    integer      not null,
    media_key  varchar(80)  not null unique,
    name       varchar(400) not null,
    type       varchar(80)  not null,
    sha256     varchar(64)  not null,
    bytes      bigint       not null,
    width      integer      not null,           -- 0 where the type has no size of its own
    height     integer      not null,
    source     varchar(200),                    -- where it was imported from
    path       varchar(1000),
    added_at   timestamp(6) with time zone not null,
    unique (source, path)
);

create index media_by_hash on media (sha256);

create table media_chunk (
    sha256  varchar(64) not null,
    place   integer     not null,
    bytes   bytea       not null,               -- 256 KiB at most
    primary key (sha256, place)
);

create table media_use (
    article_id  bigint      not null references article (id),
    place       integer     not null,
    media_key   varchar(80) not null,
    primary key (article_id, place)
);

create index media_use_of on media_use (media_key);

-- Old addresses, relative to the context root, without a slash at their end. They lead to a thing, never to an address, so that no chain can grow.
create table redirect (
    id          bigint        not null primary key,
    path        varchar(1000) not null unique,
    article_id  bigint        references article (id),
    tag_id      bigint        references tag (id)
);

create index redirect_to_article on redirect (article_id);
create index redirect_to_tag on redirect (tag_id);
