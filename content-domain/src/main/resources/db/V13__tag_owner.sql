-- Who keeps a tag: somebody whose name readers know. A tag outlives its owner.

alter table tag add column owner_id bigint;
alter table tag add constraint tag_owner foreign key (owner_id) references author (id) on delete set null;
create index tag_of_owner on tag (owner_id);
