package org.lectern.content.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Refusal;

/**
 * What somebody writes of an article: all that a revision keeps. Tags and authors are named as written; which tag and author that is, is found when it is saved.
 *
 * @param source Markdown, without the title
 * @param summary Markdown of a hand-made excerpt, where there is one
 * @param language a BCP 47 tag
 * @param weight ascending, before all unweighted articles
 * @param image key of a picture (<code>media:KEY</code>) or an address as written
 * @param expiresAt from when on readers do not see it
 */
public record ArticleContent(String title, String source, Optional<String> summary, List<NamedTag> tags, List<String> authors, String language,
        Optional<Integer> weight, Optional<String> description, Optional<String> image, Optional<String> series, Optional<String> translationKey,
        Optional<Instant> expiresAt) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 1000;

    /** The most tags, and the most authors. */
    public static final int MOST_NAMES = 100;

    /** A tag as an article names it. @param weight within the tag's own page */
    public record NamedTag(String name, Optional<Integer> weight) {
    }

    /** @throws Refusal if the title is missing or too long */
    public ArticleContent {
        title = title.strip();
        if (title.isEmpty()) {
            throw new Refusal("article.title.missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal("article.title.long", LONGEST_TITLE);
        }
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    /** The same with another text. */
    public ArticleContent withSource(String other) {
        return new ArticleContent(title, other, summary, tags, authors, language, weight, description, image, series, translationKey, expiresAt);
    }

    /** A plain article in English without anything but a title, a text and tags. */
    public static ArticleContent of(String title, String source, String... tags) {
        return new ArticleContent(title, source, Optional.empty(), List.of(tags).stream().map(tag -> new NamedTag(tag, Optional.empty())).toList(), List.of(), "en",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
