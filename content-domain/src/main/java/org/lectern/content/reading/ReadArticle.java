package org.lectern.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.TagRef;
import org.lectern.content.article.Outline;

/** An article as a reader reads it. @param html safe HTML, links resolved; @param previous the one before it in the archive's order towards the front page; @param links the tokens of its links within the site, and where they lead */
public record ReadArticle(Slug slug, String title, String html, Outline outline, Instant publishedAt, Optional<Instant> updatedAt, int words, String language,
        Optional<String> description, List<ReadAuthor> authors, List<TagRef> tags, Optional<ArticleRef> previous, Optional<ArticleRef> next, Map<String, Optional<String>> links) {
}
