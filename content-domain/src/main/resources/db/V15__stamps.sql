-- A number at random for each edition: a backup that was restored and written on has the numbers of before, and other stamps.

alter table edition add stamp bigint default 0 not null;
alter table change_log add stamp bigint default 0 not null;
