package org.lectern.content.schema;

/** Fired once, when the tables are what this version needs: from now on the database may be asked. */
public record SchemaReady() {
}
