package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.redirect.OldAddress;
import org.lectern.content.redirect.Redirect;
import org.lectern.content.redirect.Redirects;
import org.lectern.content.tag.TagAlias;
import org.lectern.content.tag.Tags;

/** Says where the articles of a run will stand, and which old addresses will lead to them. Reads only, inside the transaction of {@link Planning}. */
@ApplicationScoped
class AddressPlanning {

    /** How many addresses or slugs are asked for at once. */
    private static final int BATCH = 500;

    @Inject
    Articles articles;

    @Inject
    Tags tags;

    @Inject
    Redirects redirects;

    /** The slug of each file's article: the one it has if that still is the wished-for one or a numbered form of it, else the wished-for one, numbered if another article has it. */
    Map<String, Slug> slugs(List<SourceArticle> read, Map<String, KnownArticle> known, List<Remark> remarks) {
        var slugs = new LinkedHashMap<String, Slug>();
        var taken = new HashSet<Slug>();
        known.values().forEach(article -> taken.add(article.slug()));
        var wishes = new LinkedHashMap<SourceArticle, Slug>();
        for (var article : translationsLast(read)) {
            var wish = Slug.forArticle(article.slug().text());
            var before = known.get(article.path());
            if (before != null && (before.editedSince() || isFormOf(before.slug(), wish))) {
                slugs.put(article.path(), before.slug());
            } else {
                wishes.put(article, wish);
            }
        }
        taken.addAll(living(wishes.values()));
        wishes.forEach((article, wish) -> {
            var slug = wish;
            for (var number = 2; taken.contains(slug) || number > 2 && articles.bySlug(slug).isPresent(); number++) {
                slug = wish.numbered(number);
            }
            if (!slug.equals(wish)) {
                remarks.add(Remark.noted(article.path(), article.slug().line(), "import.slug.taken", wish.value(), slug.value()));
            }
            taken.add(slug);
            slugs.put(article.path(), slug);
        });
        return slugs;
    }

    /** A file before its translations, {@code x.md} before {@code x.ar.md}: all wish for the same slug, and the first gets it. */
    static List<SourceArticle> translationsLast(List<SourceArticle> read) {
        return read.stream().sorted(Comparator.comparing((SourceArticle article) -> SourcePaths.stem(article.path())).thenComparing(SourceArticle::path)).toList();
    }

    /** Whether a slug is the wished-for one, or that one numbered. */
    static boolean isFormOf(Slug slug, Slug wish) {
        return slug.equals(wish) || slug.value().matches("\\Q" + wish.value() + "\\E-\\d+") || slug.value().matches(".*-\\d+") && slug.equals(wish.numbered(Integer.parseInt(numberOf(slug))));
    }

    private static String numberOf(Slug slug) {
        var number = slug.value().substring(slug.value().lastIndexOf('-') + 1);
        return number.length() > 9 ? "0" : number;
    }

    private Set<Slug> living(Collection<Slug> slugs) {
        var living = new HashSet<Slug>();
        inBatches(slugs, some -> articles.idsOf(some).forEach(found -> living.add(found.slug())));
        return living;
    }

    private static <T> void inBatches(Collection<T> all, Consumer<List<T>> ask) {
        var each = all.stream().distinct().toList();
        for (var from = 0; from < each.size(); from += BATCH) {
            ask.accept(each.subList(from, Math.min(each.size(), from + BATCH)));
        }
    }

    /** The old addresses that may lead to each article; those that may not are told. */
    Map<String, List<PlannedArticle.Alias>> aliases(List<SourceArticle> read, Map<String, Slug> slugs, Map<String, KnownArticle> known, List<Remark> remarks) {
        var claimed = new HashMap<OldAddress, String>();
        var wished = new LinkedHashMap<String, List<PlannedArticle.Alias>>();
        for (var article : read) {
            var aliases = wished(article, slugs.get(article.path()), remarks);
            aliases.removeIf(alias -> {
                var first = claimed.putIfAbsent(alias.address(), article.path());
                if (first != null) {
                    remarks.add(Remark.noted(article.path(), alias.line(), "import.alias.taken", alias.address().path(), first));
                }
                return first != null;
            });
            wished.put(article.path(), aliases);
        }
        var leads = leads(claimed.keySet());
        var living = livingArticles(claimed.keySet(), slugs.values());
        living.addAll(livingTags(claimed.keySet(), read));
        wished.forEach((path, aliases) -> aliases.removeIf(alias -> {
            var address = alias.address().path();
            var elsewhere = leads.containsKey(address) && !Optional.ofNullable(known.get(path)).map(KnownArticle::articleId).equals(leads.get(address));
            var lives = living.contains(alias.address());
            if (elsewhere || lives) {
                remarks.add(Remark.leftOut(path, alias, lives ? "redirect.live" : "redirect.taken"));
            }
            return elsewhere || lives;
        }));
        return wished;
    }

    /** The addresses that lead nowhere else for good; of those that can never lead to an article the ones are told that its file names as aliases. */
    private static List<PlannedArticle.Alias> wished(SourceArticle article, Slug slug, List<Remark> remarks) {
        var aliases = new LinkedHashMap<OldAddress, PlannedArticle.Alias>();
        for (var written : Stream.concat(article.aliases().stream(), article.address().stream()).toList()) {
            var address = OldAddress.parse(written.text());
            if (address.isEmpty()) {
                remarks.add(Remark.noted(article.path(), written.line(), "import.alias.broken", written.text()));
                continue;
            }
            var alias = new PlannedArticle.Alias(address.get(), written.line());
            var obstacle = address.get().obstacle();
            if (obstacle.isPresent() && article.aliases().contains(written)) {
                remarks.add(Remark.leftOut(article.path(), alias, obstacle.get().key()));
            } else if (obstacle.isEmpty() && !address.get().equals(ArticleStore.address(slug))) {
                aliases.putIfAbsent(address.get(), alias);
            }
        }
        return new ArrayList<>(aliases.values());
    }

    /** Where articles stand, or will when the run has brought its own. */
    private Set<OldAddress> livingArticles(Set<OldAddress> addresses, Collection<Slug> slugs) {
        var living = living(below("/articles/", addresses));
        living.addAll(slugs);
        return living.stream().map(ArticleStore::address).collect(Collectors.toSet());
    }

    /** Where tags stand, or will when the run has made those that its articles name. A name that is an alias of another tag makes none. */
    private Set<OldAddress> livingTags(Set<OldAddress> addresses, List<SourceArticle> read) {
        var asked = below("/tags/", addresses);
        if (asked.isEmpty()) {
            return Set.of();
        }
        var living = new HashSet<Slug>();
        read.forEach(article -> article.tags().forEach(tag -> living.add(Slug.from(tag))));
        inBatches(asked.stream().map(Slug::value).toList(), some -> tags.aliases(some).stream().map(TagAlias::alias).forEach(living::remove));
        inBatches(asked, some -> tags.bySlugs(some).forEach(tag -> living.add(tag.slug())));
        return living.stream().map(slug -> new OldAddress("/tags/" + slug.value())).collect(Collectors.toSet());
    }

    private static List<Slug> below(String folder, Set<OldAddress> addresses) {
        return addresses.stream().flatMap(address -> address.below(folder).stream()).toList();
    }

    /** Where redirects lead now, by path. */
    private Map<String, Optional<Long>> leads(Set<OldAddress> addresses) {
        var leads = new HashMap<String, Optional<Long>>();
        inBatches(addresses.stream().map(OldAddress::path).toList(), some -> redirects.all(some).forEach((Redirect redirect) -> leads.put(redirect.path(), redirect.articleId())));
        return leads;
    }
}
