-- Who the site is, wherever it stands: feed readers know its articles by it. Made at random when it is first asked for.

create table site (
    id        integer     not null primary key,
    identity  varchar(36) not null              -- empty until then
);

insert into site (id, identity) values (1, '');
