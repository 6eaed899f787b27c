package org.lectern.content.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * One file of a source, understood as an article.
 *
 * @param path the file
 * @param title never blank
 * @param slug the text that the slug is to be made from by {@code Slug.forArticle}; never blank
 * @param date the moment of publication; empty if neither front matter nor file name tell one
 * @param lastmod the last change that the author names
 * @param publishDate not visible before
 * @param expiryDate not visible from then on
 * @param draft whether the source keeps it unpublished
 * @param tags as written, in the author's order, one of each slug
 * @param tagsWeight the article's place within its tags' own pages
 * @param authors as written
 * @param weight the article's place in all lists
 * @param summary Markdown
 * @param excerpt Markdown
 * @param description plain text
 * @param image a destination as written, to be resolved by {@link SourceLinks}
 * @param address the path that the source's own site serves it under, such as {@code /2014/title/}, decoded: from {@code url} or {@code permalink}, else by the permalinks option
 * @param aliases further old paths, each with a leading slash, decoded, without query
 * @param series the first one named
 * @param translationKey what its translations share
 * @param language as written, such as {@code en} or {@code pt-br}
 * @param frontMatter the unabridged front matter as JSON text
 * @param text gives the {@link #body}
 * @param lines for each line of the body the line of the file that it comes from
 * @param named the date in the name of the file
 */
public record SourceArticle(String path, String title, Written slug, Optional<Instant> date, Optional<Instant> lastmod, Optional<Instant> publishDate,
        Optional<Instant> expiryDate, boolean draft, List<String> tags, OptionalInt tagsWeight, List<String> authors, OptionalInt weight, Optional<Written> summary,
        Optional<Written> excerpt, Optional<String> description, Optional<Written> image, Optional<Written> address, List<Written> aliases, Optional<String> series,
        Optional<String> translationKey, Optional<String> language, String frontMatter, Supplier<String> text, List<Integer> lines, Optional<LocalDate> named) {

    /** Raised whenever the same file would be mapped differently, so that articles imported before are mapped anew. */
    public static final int MAPPING = 4;

    public SourceArticle {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        aliases = List.copyOf(aliases);
        lines = List.copyOf(lines);
    }

    /** Markdown, its template forms translated and its title's heading removed. There until the folder that it comes from is closed. */
    public String body() {
        return text.get();
    }

    /** The line of the file from which this line of the body comes; both from 1. */
    public int fileLine(int bodyLine) {
        return lines.isEmpty() ? 1 : lines.get(Math.min(Math.max(bodyLine, 1), lines.size()) - 1);
    }
}
