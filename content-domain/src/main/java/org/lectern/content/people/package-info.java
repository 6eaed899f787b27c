/**
 * The people behind accounts: when they signed in and whether that still holds ({@link org.lectern.content.people.SignIns}), and how readers see them
 * ({@link org.lectern.content.people.Profiles}). The server's realm knows passwords and roles; nothing of them is kept here. Stands above {@code author} and
 * {@code audit}, knows no article.
 */
package org.lectern.content.people;
