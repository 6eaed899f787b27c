package org.lectern.content.schema;

/** Fired once where the database was away when the application started, and answers now. The application must be started again; until then it stays closed. */
public record DatabaseCame() {
}
