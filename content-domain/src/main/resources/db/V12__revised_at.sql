-- When the newest revision was made: the lists of staff are ordered and narrowed by it.
alter table article add column revised_at timestamp(6) with time zone;
update article set revised_at = (select r.made_at from revision r where r.article_id = article.id and r.number = article.revision);
alter table article alter column revised_at set not null;
create index article_by_revision_time on article (revised_at, id);
