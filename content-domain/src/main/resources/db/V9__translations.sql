-- The page of an article asks for its translations.
create index article_by_translation on article (translation_key);
