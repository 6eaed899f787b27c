package org.lectern.content.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.lectern.content.tag.Tag;
import org.lectern.content.tag.Tags;

/** Compares what a source holds with what it brought earlier, and says what an import would do. Reads only. */
@ApplicationScoped
@Transactional
class Planning {

    @Inject
    Origins origins;

    @Inject
    ImportSources sources;

    @Inject
    AddressPlanning addresses;

    @Inject
    Tags tags;

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
        remarks.addAll(HiddenExpressions.in(read, slugs -> slugs.isEmpty() ? Set.of() : tags.bySlugs(slugs).stream().map(Tag::slug).collect(Collectors.toSet())));
        var missing = new ArrayList<Remark>();
        var slugs = addresses.slugs(read, known, remarks);
        var aliases = addresses.aliases(read, slugs, known, remarks);
        var translation = new SourceTranslation(reading.links(), pictures, options.source(), slugs, known, remarks, missing);
        var planned = new ArrayList<PlannedArticle>();
        for (var article : read) {
            try {
                planned.add(plan(article, folder, known.get(article.path()), slugs.get(article.path()), aliases.get(article.path()), translation, remarks));
            } catch (Refusal refusal) {
                remarks.add(new Remark(Remark.Kind.REFUSED, article.path(), 0, refusal.key(), refusal.values()));
            }
        }
        var gone = new ArrayList<>(known.keySet());
        gone.removeAll(read.stream().map(SourceArticle::path).toList());
        gone.removeAll(reading.remarks().stream().filter(remark -> remark.kind() == Remark.Kind.REFUSED).map(Remark::path).toList());
        gone.sort(Comparator.naturalOrder());
        remarks.addAll(translation.lost());
        remarks.sort(Remark.BY_PLACE);
        missing.sort(Remark.BY_PLACE);
        return new ImportPlan(options.source(), folder.leftOut(), planned, gone, remarks, pictures.paths(), missing, folder.passedOver());
    }

    private PlannedArticle plan(SourceArticle article, SourceFolder folder, KnownArticle known, Slug slug, List<PlannedArticle.Alias> aliases, SourceTranslation translation, List<Remark> remarks) {
        var content = translation.content(article);
        var published = visibleFrom(article);
        var sha256 = Sha256.of(String.join("\u0000", content.toString(), article.slug().text(), String.valueOf(article.draft()), published.toString(), article.lastmod().toString(), aliases.stream().map(PlannedArticle.Alias::address).toList().toString(),
                article.frontMatter(), String.valueOf(SourceArticle.MAPPING)));
        var state = PlannedArticle.State.NEW;
        if (known != null) {
            state = known.sha256().equals(sha256) ? PlannedArticle.State.UNCHANGED : known.editedSince() ? PlannedArticle.State.KEPT : PlannedArticle.State.CHANGED;
        }
        if (state == PlannedArticle.State.KEPT) {
            remarks.add(Remark.noted(article.path(), 0, "import.kept", known.title()));
        }
        var isSameFile = state == PlannedArticle.State.UNCHANGED;
        var staffChange = Optional.ofNullable(known).filter(KnownArticle::editedSince).map(before -> staffChange(before, isSameFile ? Optional.of(Slug.forArticle(article.slug().text())) : Optional.empty()));
        return new PlannedArticle(article.path(), state, Optional.ofNullable(known).map(KnownArticle::articleId), staffChange, slug, content.withSource(""), folder.keep(content.source()), article.draft(), published, article.lastmod(), aliases,
                article.frontMatter(), sha256);
    }

    /** @param wish the slug that the import asked for; empty where the file has changed and nobody knows any more */
    private static StaffChange staffChange(KnownArticle article, Optional<Slug> wish) {
        return switch (article.status()) {
            case BINNED -> StaffChange.BINNED;
            case WITHDRAWN -> StaffChange.WITHDRAWN;
            case DRAFT, SCHEDULED, PUBLISHED -> wish.filter(slug -> !AddressPlanning.isFormOf(article.slug(), slug)).isPresent() ? StaffChange.RENAMED : StaffChange.EDITED;
        };
    }

    /** An article is dated by its date; a later publishing date that still lies ahead goes before it, since nobody may see it sooner. */
    private Optional<Instant> visibleFrom(SourceArticle article) {
        var ahead = article.publishDate().filter(date -> date.isAfter(clock.instant()));
        return ahead.or(article::date).or(article::publishDate);
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
