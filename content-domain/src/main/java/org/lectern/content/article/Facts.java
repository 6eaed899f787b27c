package org.lectern.content.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.lectern.content.JsonText;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent.NamedTag;

/** All of an article that a revision keeps besides title and text, as JSON. Kept revisions are read for ever: fields may be added, never renamed. */
final class Facts {

    private Facts() {
    }

    static String of(Slug slug, ArticleContent content) {
        var tags = JsonText.array();
        content.tags().forEach(tag -> {
            var one = JsonText.object().add("name", tag.name());
            tag.weight().ifPresent(weight -> one.add("weight", weight));
            tags.add(one);
        });
        var facts = JsonText.object().add("slug", slug.value()).add("tags", tags).add("authors", JsonText.array(content.authors())).add("language", content.language());
        content.summary().ifPresent(text -> facts.add("summary", text));
        content.weight().ifPresent(number -> facts.add("weight", number));
        content.description().ifPresent(text -> facts.add("description", text));
        content.image().ifPresent(text -> facts.add("image", text));
        content.series().ifPresent(text -> facts.add("series", text));
        content.translationKey().ifPresent(text -> facts.add("translationKey", text));
        content.expiresAt().ifPresent(instant -> facts.add("expiresAt", instant.toString()));
        return facts.build().toString();
    }

    static Optional<Slug> slug(String facts) {
        return text(JsonText.read(facts), "slug").map(Slug::new);
    }

    static ArticleContent content(String title, String source, String json) {
        var facts = JsonText.read(json);
        var tags = facts.containsKey("tags") ? facts.getJsonArray("tags").getValuesAs(JsonObject.class).stream().map(tag -> new NamedTag(tag.getString("name"), number(tag, "weight"))).toList() : List.<NamedTag>of();
        var authors = facts.containsKey("authors") ? facts.getJsonArray("authors").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList() : List.<String>of();
        return new ArticleContent(title, source, text(facts, "summary"), tags, authors, facts.getString("language", "en"), number(facts, "weight"), text(facts, "description"),
                text(facts, "image"), text(facts, "series"), text(facts, "translationKey"), text(facts, "expiresAt").map(Instant::parse));
    }

    private static Optional<String> text(JsonObject facts, String field) {
        return Optional.ofNullable(facts.getString(field, null));
    }

    private static Optional<Integer> number(JsonObject facts, String field) {
        return Optional.ofNullable(facts.getJsonNumber(field)).map(JsonNumber::intValue);
    }
}
