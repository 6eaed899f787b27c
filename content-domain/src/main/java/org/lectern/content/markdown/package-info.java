/**
 * The one maker of article HTML: parses Markdown, renders it, lets through what an allow-list names, and cuts the excerpt on the finished tree.
 *
 * <p>Words of this package: a <em>use</em> is a place in the text that leads somewhere else (a link, a picture); a <em>target</em> is where the
 * house says that it leads; a <em>note</em> is a footnote or a marked remark; the <em>excerpt</em> is what archives show of an article.
 *
 * <p>Knows the root package alone: no article, no media, no database. What an address means is told to it by a function.
 */
package org.lectern.content.markdown;
