package org.lectern.web.feed;

import java.nio.charset.StandardCharsets;

import jakarta.json.JsonObject;

import org.lectern.content.JsonText;

/** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
final class JsonFeed {

    private JsonFeed() {
    }

    static byte[] of(Feed feed) {
        var items = JsonText.array();
        feed.items().forEach(item -> items.add(item(item, feed.full())));
        var json = JsonText.object().add("version", "https://jsonfeed.org/version/1.1").add("title", feed.title());
        feed.description().ifPresent(text -> json.add("description", text));
        return json.add("home_page_url", feed.page()).add("feed_url", feed.self())
                .add("language", feed.language()).add("items", items).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject item(Feed.Item item, boolean full) {
        var article = item.article();
        var authors = JsonText.array();
        article.authors().forEach(name -> authors.add(JsonText.object().add("name", name)));
        var tags = JsonText.array();
        article.tags().forEach(tag -> tags.add(tag.name()));
        var json = JsonText.object().add("id", item.id()).add("url", item.address()).add("title", article.title()).add("content_html", full ? article.html() : article.excerpt());
        article.description().ifPresent(text -> json.add("summary", text));
        json.add("date_published", article.publishedAt().toString()).add("date_modified", article.changedAt().toString());
        if (!article.authors().isEmpty()) {
            json.add("authors", authors);
        }
        return json.add("tags", tags).add("language", article.language()).build();
    }
}
