-- When a picture was replaced, so that what it showed last is offered first. Unknown for what was replaced before.

alter table media_former add column replaced_at timestamp(6) with time zone;
