package org.lectern.content.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;
import org.lectern.content.address.SiteAddress;
import org.lectern.content.markdown.MarkdownText;
import org.lectern.content.markdown.Target;
import org.lectern.content.markdown.Use;
import org.lectern.content.media.MediaItems;
import org.lectern.content.media.MediaSize;
import org.lectern.content.redirect.OldAddress;
import org.lectern.content.redirect.Redirects;

/** Makes the HTML of an article, or of what staff write about a tag: asks which articles and pictures a text means, and lets {@code markdown} write tokens for them. */
@ApplicationScoped
public class ArticleRenderer {

    /** Before the key of a picture, in texts and in HTML. */
    static final String MEDIA = "media:";

    @Inject
    Articles articles;

    @Inject
    MediaItems media;

    @Inject
    Redirects redirects;

    @Inject
    SiteAddress site;

    /** The HTML of a text that is no article's, with its links as tokens; those that lead nowhere come out as their texts. */
    public String html(String source) {
        return render(source, Optional.empty()).html();
    }

    /** A link to an article that is not there yet leads to its address instead of its id, and is kept among the links: whoever shows it looks whether the article has come. */
    Rendered render(String source, Optional<String> summary) {
        var text = MarkdownText.parse(source);
        var summaryUses = summary.map(MarkdownText::parse).map(MarkdownText::uses).orElse(List.of());
        var uses = new ArrayList<>(text.uses());
        uses.addAll(summaryUses);

        var meaning = meaning(uses);
        var rendering = text.render(summary, meaning::target);

        var links = new LinkedHashMap<String, ArticleLink>();
        meaning.inside().values().stream().filter(address -> slugAt(address).isPresent() || meaning.ids().containsKey(address))
                .forEach(address -> links.putIfAbsent(address.path(), new ArticleLink(target(address), meaning.ids().get(address))));
        return new Rendered(rendering.html(), rendering.excerpt(), rendering.more(), new Outline(rendering.outline()), rendering.words(), MarkdownText.VERSION,
                List.copyOf(links.values()), List.copyOf(meaning.sizes().keySet()));
    }

    private static String target(OldAddress address) {
        return slugAt(address).map(Slug::value).orElseGet(() -> address.path().length() > 240 ? address.path().substring(0, 240) : address.path());
    }

    /**
     * The text as readers may have it elsewhere than here.
     *
     * @param addresses of a token or of a path that begins at our root; empty where readers see nothing
     */
    public String publish(String source, Function<String, Optional<String>> addresses) {
        var text = MarkdownText.parse(source);
        var meaning = meaning(text.uses());
        return text.publish(destination -> {
            var target = meaning.target(new Use(destination, destination.startsWith(MEDIA), "", 0));
            var address = target instanceof Target.Link link ? Optional.of(link.address()) : target instanceof Target.Picture picture ? Optional.of(picture.address()) : Optional.<String>empty();
            return address.flatMap(written -> written.matches("(?s)(article:|media:|/(?!/)).*")
                    ? addresses.apply(written.replaceFirst("(?s)#.*", "")).map(found -> found + site.fragment(written)) : Optional.of(written));
        });
    }

    private Meaning meaning(List<Use> uses) {
        var inside = new LinkedHashMap<String, OldAddress>();
        var keys = new LinkedHashSet<String>();
        for (var use : uses) {
            if (use.destination().startsWith(MEDIA)) {
                keys.add(use.destination().substring(MEDIA.length()));
            } else if (site.isInside(use.destination())) {
                OldAddress.parse(site.belowRoot(use.destination())).ifPresent(address -> inside.put(use.destination(), address));
            }
        }
        var known = new HashMap<String, MediaSize>();
        if (!keys.isEmpty()) {
            media.sizes(keys).forEach(size -> known.put(size.key(), size));
        }
        var sizes = new LinkedHashMap<String, MediaSize>();
        keys.stream().filter(known::containsKey).forEach(key -> sizes.put(key, known.get(key)));
        return new Meaning(site, inside, idsOf(inside.values()), sizes);
    }

    /**
     * What the destinations of a text mean.
     *
     * @param inside destination as written, and the address on this site that it means
     * @param sizes of the pictures that there are, by their keys in the order of the text
     */
    private record Meaning(SiteAddress site, Map<String, OldAddress> inside, Map<OldAddress, Long> ids, Map<String, MediaSize> sizes) {

        Target target(Use use) {
            var destination = use.destination();
            if (destination.startsWith(MEDIA)) {
                var size = sizes.get(destination.substring(MEDIA.length()));
                if (size == null) {
                    return new Target.TextAlone();
                }
                return use.picture() ? new Target.Picture(destination, size.width(), size.height()) : new Target.Link(destination);
            }
            var address = inside.get(destination);
            if (address == null) {
                return site.leadsOut(destination) ? new Target.Link(destination) : new Target.TextAlone();
            }
            var id = ids.get(address);
            if (id != null && !use.picture()) {
                return new Target.Link("article:" + id + site.fragment(destination));
            }
            return !use.picture() && site.isPage(address.path()) ? new Target.Link(site.belowRoot(destination)) : new Target.TextAlone();
        }
    }

    /** The articles that live at these addresses, or that the addresses lead to. */
    private Map<OldAddress, Long> idsOf(Collection<OldAddress> addresses) {
        var ids = new HashMap<OldAddress, Long>();
        var slugs = new HashMap<Slug, OldAddress>();
        addresses.forEach(address -> slugAt(address).ifPresent(slug -> slugs.put(slug, address)));
        if (!slugs.isEmpty()) {
            articles.idsOf(slugs.keySet()).forEach(found -> ids.put(slugs.get(found.slug()), found.id()));
        }
        var unknown = addresses.stream().filter(address -> !ids.containsKey(address)).map(OldAddress::path).distinct().toList();
        if (!unknown.isEmpty()) {
            redirects.all(unknown).forEach(redirect -> redirect.articleId().ifPresent(id -> ids.put(new OldAddress(redirect.path()), id)));
        }
        return ids;
    }

    private static Optional<Slug> slugAt(OldAddress address) {
        return address.path().startsWith("/articles/") ? Slug.parseLeniently(address.path().substring("/articles/".length())) : Optional.empty();
    }
}
