-- The other parts of a series are found by its name.

create index article_by_series on article (series);
