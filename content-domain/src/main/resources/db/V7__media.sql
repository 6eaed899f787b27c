-- The library of pictures: who added them, what they were before, how they are taken down, and their smaller copies.

alter table media add column added_by varchar(200);                         -- an account; empty for what came before this was kept
alter table media drop column binned_at;
alter table media drop column taken_down;
alter table media add column taken_down_at timestamp(6) with time zone;     -- since then staff alone find the bytes
alter table media add column taken_down_by varchar(200);
alter table media add column taken_down_why varchar(1000);
alter table media add column copies integer default 0 not null;             -- the version of the maker of its smaller copies; 0 while they are not made
create index media_by_time on media (added_at, id);
create index media_without_copies on media (copies);

-- The bytes that a picture had before it was replaced: their address leads to what it has now.
create table media_former (
    sha256    varchar(64) not null,
    media_id  bigint      not null references media (id),
    primary key (sha256, media_id)
);
create index media_former_of on media_former (media_id);

-- Smaller copies; their bytes lie in media_chunk, as those of the pictures do.
create table media_copy (
    original  varchar(64) not null,             -- SHA-256 of the picture's bytes
    width     integer     not null,
    height    integer     not null,
    sha256    varchar(64) not null,
    type      varchar(80) not null,
    bytes     bigint      not null,
    primary key (original, width)
);
create index media_copy_by_hash on media_copy (sha256);

create index article_by_image on article (image);
create index author_by_portrait on author (portrait);
