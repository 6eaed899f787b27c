-- The page of an article asks for its translations, an import whether an id for feeds is taken.
create index article_by_translation on article (translation_key);
create index article_by_feed_id on article (feed_id);
