package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.markdown.MarkdownText;
import org.lectern.content.markdown.Use;
import org.lectern.content.media.MediaStore;

/** Makes an article of ours from one of a source: its links and pictures named as ours, what leads nowhere told. Serves one plan. */
final class SourceTranslation {

    private final SourceLinks links;
    private final SourcePictures pictures;
    private final String source;
    private final Map<String, Slug> slugs;
    private final List<Remark> remarks;
    private final List<Remark> missing;
    private final Map<String, List<Remark>> lost = new LinkedHashMap<>();

    /** @param slugs of all articles of the run, by path; @param missing takes the pictures that are not there */
    SourceTranslation(SourceLinks links, SourcePictures pictures, String source, Map<String, Slug> slugs, Map<String, KnownArticle> known, List<Remark> remarks, List<Remark> missing) {
        this.links = links;
        this.pictures = pictures;
        this.source = source;
        this.slugs = new HashMap<>(slugs);
        known.forEach((path, article) -> this.slugs.putIfAbsent(path, article.slug()));
        this.remarks = remarks;
        this.missing = missing;
    }

    ArticleContent content(SourceArticle article) {
        var text = ours(article, article.body(), article::fileLine);
        var summary = article.summary().or(article::excerpt).map(written -> ours(article, written.text(), line -> written.line()));
        var tags = article.tags().stream().map(name -> new ArticleContent.NamedTag(name, article.tagsWeight().isPresent() ? Optional.of(article.tagsWeight().getAsInt()) : Optional.empty())).toList();
        return new ArticleContent(article.title(), text, summary, tags, article.authors(), language(article),
                article.weight().isPresent() ? Optional.of(article.weight().getAsInt()) : Optional.empty(), article.description(), article.image().flatMap(image -> image(article, image)),
                article.series(), article.translationKey(), article.expiryDate());
    }

    /** The places that links lead to and the source does not hold: each once, where it is met first, with the number of its links. To be asked when all articles are made. */
    List<Remark> lost() {
        return lost.entrySet().stream().map(place -> {
            var first = Collections.min(place.getValue(), Remark.BY_PLACE);
            return Remark.noted(first.path(), first.line(), first.key(), place.getKey(), place.getValue().size());
        }).toList();
    }

    /** @param fileLine the line of the file from which a line of the text comes */
    private String ours(SourceArticle article, String markdown, IntUnaryOperator fileLine) {
        var text = MarkdownText.parse(markdown);
        var uses = new LinkedHashSet<>(text.uses());
        var destinations = new HashMap<String, String>();
        for (var use : uses) {
            destinations.merge(use.destination(), ours(article, use, fileLine.applyAsInt(use.line())), (first, second) -> first.equals(use.destination()) ? second : first);
        }
        return text.rewrite(destination -> destinations.getOrDefault(destination, destination));
    }

    private String ours(SourceArticle article, Use use, int line) {
        var target = use.picture() ? links.picture(article.path(), use.destination()) : links.link(article.path(), use.destination());
        if (target instanceof SourceLinks.Article to) {
            return address(to).orElse(use.destination());
        } else if (target instanceof SourceLinks.PictureFile picture) {
            return ofFile(article, picture, line).orElse(use.destination());
        } else if (target instanceof SourceLinks.MissingPicture picture) {
            missing.add(Remark.noted(article.path(), line, "import.picture.missing", picture.path()));
        } else if (target instanceof SourceLinks.RemotePicture picture) {
            remarks.add(Remark.noted(article.path(), line, "import.picture.remote", picture.address()));
        } else if (target instanceof SourceLinks.DataPicture picture) {
            return ofData(article, picture, line).orElse("");
        } else if (target instanceof SourceLinks.TagPage page) {
            return "/tags/" + Slug.from(page.tag()).value() + "/";
        } else if (target instanceof SourceLinks.Lost place) {
            lost.computeIfAbsent(place.path(), path -> new ArrayList<>()).add(Remark.noted(article.path(), line, "import.link.lost"));
        } else if (target instanceof SourceLinks.StillThere place) {
            lost.computeIfAbsent(place.address(), address -> new ArrayList<>()).add(Remark.noted(article.path(), line, "import.link.there"));
        }
        return use.destination();
    }

    private Optional<String> address(SourceLinks.Article to) {
        return Optional.ofNullable(slugs.get(to.path())).map(slug -> "/articles/" + slug.value() + "/" + to.fragment());
    }

    private Optional<String> ofFile(SourceArticle article, SourceLinks.PictureFile picture, int line) {
        if (pictures.has(picture.path())) {
            return Optional.of("media:" + MediaStore.keyOf(source, picture.path()));
        }
        missing.add(Remark.noted(article.path(), line, "import.picture.missing", picture.path()));
        return Optional.empty();
    }

    /** Takes a picture that stands in the text itself in among the source's pictures. */
    private Optional<String> ofData(SourceArticle article, SourceLinks.DataPicture picture, int line) {
        var path = pictures.add(picture.bytes());
        if (path.isEmpty()) {
            remarks.add(Remark.noted(article.path(), line, "import.picture.data"));
        }
        return path.map(name -> "media:" + MediaStore.keyOf(source, name));
    }

    private Optional<String> image(SourceArticle article, Written image) {
        var target = links.picture(article.path(), image.text());
        if (target instanceof SourceLinks.PictureFile picture) {
            return ofFile(article, picture, image.line());
        }
        if (target instanceof SourceLinks.MissingPicture picture) {
            missing.add(Remark.noted(article.path(), image.line(), "import.picture.missing", picture.path()));
        }
        return Optional.empty();
    }

    private static String language(SourceArticle article) {
        return article.language().map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag()).filter(tag -> !tag.equals("und")).orElse("en");
    }
}
