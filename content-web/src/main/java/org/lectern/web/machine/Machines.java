package org.lectern.web.machine;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Site;

/** Makes the Markdown files of articles, and {@code /llms.txt} (<a href="https://llmstxt.org/">llmstxt.org</a>). Every address in them begins at the public address of the site. */
@ApplicationScoped
public class Machines {

    /** How many tags and articles {@code llms.txt} names. */
    private static final int MOST = 100;

    @Inject
    Settings settings;

    @Inject
    Reading reading;

    @Inject
    Site site;

    /** An article as Markdown; empty if readers do not see one with this slug. */
    public Optional<Representation> markdown(Slug slug) {
        return reading.source(site.snapshot(), slug, addresses()).map(article -> Representation.of("text/markdown;charset=UTF-8", MarkdownFile.of(article, addresses().article(article.slug()))));
    }

    /** Where to begin: the fullest tags, and the newest articles with their descriptions. */
    public Representation llms() {
        var snapshot = site.snapshot();
        var tags = snapshot.tagsByCount();
        var text = new StringBuilder("# ").append(plain(site.getName())).append("\n\n> ").append(say("llms.about", snapshot.size(), tags.size())).append("\n\n").append(say("llms.how")).append("\n\n");
        text.append("## ").append(say("llms.tags")).append("\n\n");
        tags.stream().limit(MOST).forEach(tag -> line(text, tag.name(), addresses().tag(tag.slug()), say("llms.tag", tag.count())));
        text.append("\n## ").append(say("llms.articles")).append("\n\n");
        reading.summaries(snapshot, snapshot.all().latest(MOST).stream().map(ArticleRef::id).toList(), addresses())
                .forEach(article -> line(text, article.title(), addresses().source(article.slug()), article.description().orElse("")));
        text.append("\n## Optional\n\n");
        line(text, say("llms.all.tags"), addresses().tags(), "");
        line(text, say("feed"), addresses().of("/feed.atom"), "");
        line(text, say("llms.api"), addresses().of("/api/v1/openapi.json"), "");
        line(text, say("llms.sitemap"), addresses().of("/sitemap.xml"), "");
        return Representation.of("text/plain;charset=UTF-8", text.toString());
    }

    private static void line(StringBuilder text, String name, String address, String about) {
        text.append("- [").append(plain(name)).append("](").append(address.replace("(", "%28").replace(")", "%29")).append(")").append(about.isBlank() ? "" : ": " + plain(about)).append('\n');
    }

    private String say(String key, Object... values) {
        return site.texts().say(key, values);
    }

    /** As text in one line of Markdown. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString());
    }
}
