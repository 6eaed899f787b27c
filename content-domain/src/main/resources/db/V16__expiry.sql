-- Asked every second which articles are over: those that have been told of lie beside what is looked through.
create index article_lapsing on article (lapsed, status, expires_at);
