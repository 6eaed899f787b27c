package org.lectern.content.article;

import java.util.List;

/** The HTML of an article's text, with links and pictures found. @param version of the renderer */
public record Rendered(String html, String excerpt, boolean more, Outline outline, int words, int version, List<ArticleLink> links, List<String> pictures) {
}
