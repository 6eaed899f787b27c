package org.lectern.content.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Refusal;
import org.lectern.content.Sha256;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.ArticleId;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.redirect.OldAddress;
import org.lectern.content.redirect.Redirect;
import org.lectern.content.redirect.Redirects;

/** Compares what a source holds with what it brought earlier, and says what an import would do. Reads only. */
@ApplicationScoped
@Transactional
class Planning {

    /** How many addresses or slugs are asked for at once. */
    private static final int BATCH = 500;

    @Inject
    Origins origins;

    @Inject
    ImportSources sources;

    @Inject
    Articles articles;

    @Inject
    Redirects redirects;

    @Inject
    Clock clock;

    /** Names the files of a folder as earlier imports of this source have named them. To be called before anything is read. */
    void recall(SourceFolder folder, String source) {
        sources.named(source).flatMap(ImportSource::leftOut)
                .ifPresent(before -> folder.recall(origins.known(source).stream().map(KnownArticle::path).collect(Collectors.toSet()), before));
    }

    /** @throws Refusal {@code import.moved} if most known files seem to have moved to another folder together */
    ImportPlan plan(SourceFolder folder, SourceReading reading, SourcePictures pictures, ImportOptions options) {
        var known = origins.known(options.source()).stream().collect(Collectors.toMap(KnownArticle::path, article -> article));
        var read = reading.articles().stream().sorted(Comparator.comparing(SourceArticle::path)).toList();
        mustNotHaveMoved(known, read, options.source());

        var remarks = new ArrayList<>(reading.remarks());
        remarks.addAll(pictures.remarks());
        var missing = new ArrayList<Remark>();
        var slugs = slugs(read, known, remarks);
        var aliases = aliases(read, slugs, known, remarks);
        var translation = new SourceTranslation(reading.links(), pictures, options.source(), slugs, known, remarks, missing);
        var planned = new ArrayList<PlannedArticle>();
        for (var article : read) {
            try {
                planned.add(plan(article, known.get(article.path()), slugs.get(article.path()), aliases.get(article.path()), translation, remarks));
            } catch (Refusal refusal) {
                remarks.add(new Remark(Remark.Kind.REFUSED, article.path(), 0, refusal.key(), refusal.values()));
            }
        }
        var gone = new ArrayList<>(known.keySet());
        gone.removeAll(read.stream().map(SourceArticle::path).toList());
        gone.removeAll(reading.remarks().stream().filter(remark -> remark.kind() == Remark.Kind.REFUSED).map(Remark::path).toList());
        gone.sort(Comparator.naturalOrder());
        remarks.sort(Comparator.comparing(Remark::path).thenComparing(Remark::line));
        missing.sort(Comparator.comparing(Remark::path).thenComparing(Remark::line));
        return new ImportPlan(options.source(), folder.leftOut(), planned, gone, remarks, pictures.paths(), missing, folder.passedOver());
    }

    private PlannedArticle plan(SourceArticle article, KnownArticle known, Slug slug, List<OldAddress> aliases, SourceTranslation translation, List<Remark> remarks) {
        var content = translation.content(article);
        var published = visibleFrom(article);
        var sha256 = Sha256.of(String.join("\u0000", content.toString(), article.slug(), String.valueOf(article.draft()), published.toString(), article.lastmod().toString(), aliases.toString(),
                article.frontMatter(), String.valueOf(SourceArticle.MAPPING)));
        var state = PlannedArticle.State.NEW;
        if (known != null) {
            state = known.sha256().equals(sha256) ? PlannedArticle.State.UNCHANGED : known.editedSince() ? PlannedArticle.State.KEPT : PlannedArticle.State.CHANGED;
        }
        if (state == PlannedArticle.State.KEPT) {
            remarks.add(Remark.noted(article.path(), 0, "import.kept", known.title()));
        }
        var isSameFile = state == PlannedArticle.State.UNCHANGED;
        var staffChange = Optional.ofNullable(known).filter(KnownArticle::editedSince).map(before -> staffChange(before, isSameFile ? Optional.of(Slug.forArticle(article.slug())) : Optional.empty()));
        return new PlannedArticle(article.path(), state, Optional.ofNullable(known).map(KnownArticle::articleId), staffChange, slug, content, article.draft(), published, article.lastmod(), aliases,
                article.frontMatter(), sha256);
    }

    /** @param wish the slug that the import asked for; empty where the file has changed and nobody knows any more */
    private static StaffChange staffChange(KnownArticle article, Optional<Slug> wish) {
        return switch (article.status()) {
            case BINNED -> StaffChange.BINNED;
            case WITHDRAWN -> StaffChange.WITHDRAWN;
            case DRAFT, SCHEDULED, PUBLISHED -> wish.filter(slug -> !isFormOf(article.slug(), slug)).isPresent() ? StaffChange.RENAMED : StaffChange.EDITED;
        };
    }

    /** An article is dated by its date; a later publishing date that still lies ahead goes before it, since nobody may see it sooner. */
    private Optional<Instant> visibleFrom(SourceArticle article) {
        var ahead = article.publishDate().filter(date -> date.isAfter(clock.instant()));
        return ahead.or(article::date).or(article::publishDate);
    }

    /** The slug of each file's article: the one it has if that still is the wished-for one or a numbered form of it, else the wished-for one, numbered if another article has it. */
    private Map<String, Slug> slugs(List<SourceArticle> read, Map<String, KnownArticle> known, List<Remark> remarks) {
        var slugs = new LinkedHashMap<String, Slug>();
        var taken = new HashSet<Slug>();
        known.values().forEach(article -> taken.add(article.slug()));
        var wishes = new LinkedHashMap<String, Slug>();
        for (var article : read) {
            var wish = Slug.forArticle(article.slug());
            var before = known.get(article.path());
            if (before != null && (before.editedSince() || isFormOf(before.slug(), wish))) {
                slugs.put(article.path(), before.slug());
            } else {
                wishes.put(article.path(), wish);
            }
        }
        taken.addAll(living(wishes.values().stream().distinct().toList()));
        wishes.forEach((path, wish) -> {
            var slug = wish;
            for (var number = 2; taken.contains(slug) || number > 2 && articles.bySlug(slug).isPresent(); number++) {
                slug = wish.numbered(number);
            }
            if (!slug.equals(wish)) {
                remarks.add(Remark.noted(path, 0, "import.slug.taken", wish.value(), slug.value()));
            }
            taken.add(slug);
            slugs.put(path, slug);
        });
        return slugs;
    }

    private static boolean isFormOf(Slug slug, Slug wish) {
        return slug.equals(wish) || slug.value().matches("\\Q" + wish.value() + "\\E-\\d+") || slug.value().matches(".*-\\d+") && slug.equals(wish.numbered(Integer.parseInt(numberOf(slug))));
    }

    private static String numberOf(Slug slug) {
        var number = slug.value().substring(slug.value().lastIndexOf('-') + 1);
        return number.length() > 9 ? "0" : number;
    }

    private Set<Slug> living(List<Slug> slugs) {
        var living = new HashSet<Slug>();
        for (var from = 0; from < slugs.size(); from += BATCH) {
            articles.idsOf(slugs.subList(from, Math.min(slugs.size(), from + BATCH))).stream().map(ArticleId::slug).forEach(living::add);
        }
        return living;
    }

    /** The old addresses that may lead to each article; those that may not are told. */
    private Map<String, List<OldAddress>> aliases(List<SourceArticle> read, Map<String, Slug> slugs, Map<String, KnownArticle> known, List<Remark> remarks) {
        var claimed = new HashMap<OldAddress, String>();
        var wished = new LinkedHashMap<String, List<OldAddress>>();
        for (var article : read) {
            var addresses = new ArrayList<OldAddress>();
            var written = new ArrayList<>(article.aliases());
            article.address().ifPresent(written::add);
            for (var text : written) {
                var address = OldAddress.parse(text);
                if (address.isEmpty()) {
                    remarks.add(Remark.noted(article.path(), 0, "import.alias.broken", text));
                    continue;
                }
                var reason = free(address.get());
                if (reason.isPresent() && article.aliases().contains(text)) {
                    remarks.add(Remark.noted(article.path(), 0, reason.get().key(), reason.get().values().toArray()));
                } else if (reason.isEmpty() && !address.get().equals(ArticleStore.address(slugs.get(article.path()))) && !addresses.contains(address.get())) {
                    addresses.add(address.get());
                }
            }
            for (var address : List.copyOf(addresses)) {
                var first = claimed.putIfAbsent(address, article.path());
                if (first != null) {
                    addresses.remove(address);
                    remarks.add(Remark.noted(article.path(), 0, "import.alias.taken", address.path(), first));
                }
            }
            wished.put(article.path(), addresses);
        }
        var leads = leads(List.copyOf(claimed.keySet()));
        var living = living(claimed.keySet().stream().flatMap(address -> slugAt(address).stream()).toList());
        living.addAll(slugs.values());
        wished.forEach((path, addresses) -> addresses.removeIf(address -> {
            var elsewhere = leads.containsKey(address.path()) && !Optional.ofNullable(known.get(path)).map(KnownArticle::articleId).equals(leads.get(address.path()));
            var lives = slugAt(address).filter(living::contains).isPresent();
            if (elsewhere || lives) {
                remarks.add(Remark.noted(path, 0, lives ? "redirect.live" : "redirect.taken", address.path()));
            }
            return elsewhere || lives;
        }));
        return wished;
    }

    private static Optional<Refusal> free(OldAddress address) {
        try {
            address.mustBeFree();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static Optional<Slug> slugAt(OldAddress address) {
        return address.path().startsWith("/articles/") ? Slug.parse(address.path().substring("/articles/".length())) : Optional.empty();
    }

    /** Where redirects lead now, by path. */
    private Map<String, Optional<Long>> leads(List<OldAddress> addresses) {
        var leads = new HashMap<String, Optional<Long>>();
        for (var from = 0; from < addresses.size(); from += BATCH) {
            redirects.all(addresses.subList(from, Math.min(addresses.size(), from + BATCH)).stream().map(OldAddress::path).toList())
                    .forEach((Redirect redirect) -> leads.put(redirect.path(), redirect.articleId()));
        }
        return leads;
    }

    /**
     * Refuses a run in which most known files are missing while files of the same names lie under one other folder: that is a folder packed differently, not a new
     * source. Two paths are of one name by the longest end that they share.
     */
    private void mustNotHaveMoved(Map<String, KnownArticle> known, List<SourceArticle> read, String source) {
        var paths = read.stream().map(SourceArticle::path).collect(Collectors.toSet());
        var vanished = known.keySet().stream().filter(path -> !paths.contains(path)).toList();
        if (vanished.size() * 2 <= known.size()) {
            return;
        }
        var arrived = new HashMap<String, Optional<String>>();       // the ends of the new paths; empty where several share one
        paths.stream().filter(path -> !known.containsKey(path)).forEach(path -> ends(path).forEach(end -> arrived.merge(end, Optional.of(path), (one, other) -> Optional.empty())));
        var moves = new HashMap<List<String>, Integer>();
        for (var old : vanished) {
            ends(old).stream().filter(arrived::containsKey).findFirst().ifPresent(end -> arrived.get(end)
                    .ifPresent(path -> moves.merge(List.of(before(end, old), before(end, path)), 1, Integer::sum)));
        }
        moves.entrySet().stream().max(Map.Entry.comparingByValue()).filter(move -> move.getValue() * 2 > known.size()).ifPresent(move -> {
            throw new Refusal("import.moved", move.getValue(), source, move.getKey().get(0), move.getKey().get(1));
        });
    }

    /** A path and what is left of it without its first folders, the longest first: {@code a/b/c.md}, {@code b/c.md}, {@code c.md}. */
    private static List<String> ends(String path) {
        var ends = new ArrayList<>(List.of(path));
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            ends.add(path.substring(slash + 1));
        }
        return ends;
    }

    /** The folders before an end, from the top of the source: {@code /}, {@code /posts/}. */
    private static String before(String end, String path) {
        return "/" + path.substring(0, path.length() - end.length());
    }
}
