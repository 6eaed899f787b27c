-- Asked every second which articles are over: those that have been told of, and those that never are, lie beside what is looked through.
drop index article_expiry;
create index article_expiry on article (lapsed, status, expires_at);
