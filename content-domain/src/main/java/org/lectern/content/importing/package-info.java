/**
 * Brings a folder or zip of Markdown into Lectern. The reading half, here, knows no database: {@link org.lectern.content.importing.SourceFolder} lists
 * what may be read within {@link org.lectern.content.importing.Bounds}, {@link org.lectern.content.importing.SourceReading} makes
 * {@link org.lectern.content.importing.SourceArticle}s of it in the habits of Hugo, Jekyll and Eleventy (front matter, then template forms, then the body), and
 * {@link org.lectern.content.importing.SourceLinks} says where each link and picture leads. Everything odd becomes a
 * {@link org.lectern.content.importing.Remark} with file, line and reason; one bad file never stops the rest.
 *
 * <p>Words: a <em>source</em> is where files come from, a <em>path</em> names a file in it ({@code /} between segments, NFC, without the one top
 * folder that all share), a <em>template form</em> is a piece of Liquid or a Hugo shortcode in a body. May know all features below.
 */
package org.lectern.content.importing;
