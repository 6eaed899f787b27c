package org.lectern.content;

/** What somebody may do here. The server's realm says who has which; no role holds another. */
public enum Role {

    /** Signs in only to read. */
    READER,
    /** Writes own drafts and hands them in. */
    AUTHOR,
    /** Changes and publishes all articles and tags. */
    EDITOR,
    /** Imports, reads the audit, keeps the house. */
    ADMINISTRATOR;

    /** The name in {@code web.xml} and {@code server.xml}: {@code editor}. */
    public String realmName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
