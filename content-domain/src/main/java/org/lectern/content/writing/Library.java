package org.lectern.content.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Racing;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Status;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.media.Media;
import org.lectern.content.media.MediaItems;
import org.lectern.content.media.MediaStore;
import org.lectern.content.media.PictureType;

/**
 * The pictures of the house and what staff do to them. All who write see all pictures. Editors change any; authors change those that they brought, as long as no article
 * that readers see shows them: what readers see is an editor's business. What somebody else took down, editors alone put back.
 */
@ApplicationScoped
@Transactional
public class Library {

    private static final String IN_USE = """
            (exists (select 1 from media_use u where u.media_key = m.media_key)
             or exists (select 1 from article i where i.image = 'media:' || m.media_key)
             or exists (select 1 from author p where p.portrait = m.media_key)
             or exists (select 1 from article a join revision r on r.article_id = a.id and r.number = a.revision
                        where a.live <> a.revision and (r.source like '%media:' || m.media_key || '%' or r.facts like '%media:' || m.media_key || '%')))""";

    @Inject
    Articles articles;

    @Inject
    MediaItems items;

    @Inject
    MediaStore store;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    @Inject
    Clock clock;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    /** One page of the library. @param total of all pages */
    public record Page(List<PictureLine> lines, long total) {
    }

    /**
     * A picture with all that depends on it.
     *
     * @param uses the articles that show it and that the asker may know of
     * @param otherUses how many more there are: drafts of others
     * @param portraits the authors whose portrait it is
     * @param alike how many other pictures have the same bytes
     * @param seen whether readers see it
     * @param before hashes of the bytes that it had before it was replaced, the latest first
     * @param mayChange whether the asker may change it
     */
    public record Opened(Media media, List<Use> uses, int otherUses, List<String> portraits, int alike, boolean seen, List<String> before, boolean mayChange) {
    }

    /**
     * What is lost with a picture and all others of the same bytes, which go with it.
     *
     * @param uses      the articles that show one of them and that the asker may know of, those that readers see first
     * @param otherUses how many more there are: drafts of others
     * @param portraits the authors whose portrait one of them is
     * @param alike     how many others there are
     * @param seen      whether readers see one of them
     */
    public record Loss(List<Use> uses, int otherUses, List<String> portraits, int alike, boolean seen) {
    }

    /** An article that shows a picture, or would. @param mayOpen whether the asker may open it at the desk */
    public record Use(Long id, Slug slug, String title, Status status, boolean mayOpen) {
    }

    /** The newest first. @param page from 1; one past the end is empty; @param size of a page */
    public Page find(Actor actor, PictureFilter filter, int page, int size) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var values = new ArrayList<Object>();
        var where = new StringBuilder(filter.takenDown() ? " where m.taken_down_at is not null" : " where m.taken_down_at is null");
        if (!filter.text().isBlank()) {
            where.append(" and (lower(m.name) like ? escape '!' or lower(m.alt) like ? escape '!')");
            var like = "%" + filter.text().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
            values.addAll(List.of(like, like));
        }
        filter.type().map(PictureType::mediaType).ifPresent(type -> {
            where.append(" and m.type = ?");
            values.add(type);
        });
        if (filter.unused()) {
            where.append(" and not ").append(IN_USE);
        }
        var rows = rows(query("select m.media_key, m.name, m.alt, m.bytes, m.width, m.height from media m" + where + " order by m.added_at desc, m.id desc", values).setFirstResult(Offset.of(page, size)).setMaxResults(size));
        var total = (Number) query("select count(*) from media m" + where, values).getSingleResult();
        var keys = rows.stream().map(row -> (String) row[0]).toList();
        var uses = uses(keys);
        var portraits = keys.isEmpty() ? Set.of() : new HashSet<>((List<?>) query("select portrait from author where portrait in " + places(keys), keys).getResultList());
        return new Page(rows.stream().map(row -> new PictureLine((String) row[0], (String) row[1], row[2] == null ? "" : (String) row[2], ((Number) row[3]).longValue(), ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(), uses.getOrDefault(row[0], Set.of()).size(), portraits.contains(row[0]))).toList(), total.longValue());
    }

    /** @throws Refusal if there is no such picture, or if it is taken down and the asker may not put it back */
    public Opened open(Actor actor, String key) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = found(key);
        if (media.isTakenDown() && !isOwn(actor, media)) {
            throw new Refusal("media.gone");
        }
        var all = uses(List.of(key)).getOrDefault(key, Set.of());
        var known = known(actor, all);
        return new Opened(media, known, all.size() - known.size(), portraits(key), items.byHash(media.sha256()).size() - 1, isSeen(media), store.before(media), isOwn(actor, media) && (actor.is(Role.EDITOR) || isFree(actor, media)));
    }

    /** What a takedown would mean. @throws Refusal as {@link #open} */
    public Loss loss(Actor actor, String key) {
        var alike = items.byHash(open(actor, key).media().sha256());
        var all = uses(alike.stream().map(Media::key).toList()).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var known = known(actor, all).stream().sorted(Comparator.comparing(use -> use.status() != Status.PUBLISHED)).toList();
        return new Loss(known, all.size() - known.size(), alike.stream().flatMap(each -> portraits(each.key()).stream()).toList(), alike.size() - 1, alike.stream().anyMatch(this::isSeen));
    }

    /** Those of the articles of which the asker may know. */
    private List<Use> known(Actor actor, Set<Long> all) {
        var now = clock.instant();
        return all.stream().sorted().flatMap(id -> articles.find(id).stream()).map(article -> new Use(article.id(), article.slug(), article.title(), article.status(),
                actor.is(Role.EDITOR) || article.owner().equals(actor.account()))).filter(use -> use.mayOpen() || isVisible(use.id(), now)).toList();
    }

    /** Gives a picture that has no words yet those that a text has for it. One that has some, or that the asker may not change, keeps what it has. @throws Refusal if it is gone, or the words are too long */
    public void word(Actor actor, String key, String words) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var opened = open(actor, key);
        if (opened.mayChange() && opened.media().alt().isEmpty() && !words.isBlank()) {
            describe(actor, key, opened.media().name(), words, opened.media().version());
        }
    }

    /** Gives a picture another name, and words that texts are offered. @throws Refusal if it is gone, was changed since it was seen, or the words are too long */
    public void describe(Actor actor, String key, String name, String alt, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = mine(actor, key, seenVersion);
        var before = media.name();
        media.describe(name, alt);
        media = items.save(media);
        audit.write(actor, Action.PICTURE_DESCRIBED, "media", media.id(), media.name());
        tell(media, !media.name().equals(before));      // the name stands in its address
    }

    /**
     * Gives a picture other bytes. Texts go on naming its key, and the address of the bytes that it had leads to the new ones.
     *
     * @param fileName for people
     * @throws Refusal if it is gone, taken down, was changed since it was seen, has these bytes already, or as {@link org.lectern.content.media.Picture#check}
     */
    @Racing
    public void replace(Actor actor, String key, String fileName, byte[] bytes, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = shown(actor, key, seenVersion);
        replaced(actor, store.replace(media, fileName, bytes).orElseThrow(() -> new Refusal("media.same", media.name())));
    }

    /** Gives a picture the bytes again that it had before. @param sha256 of them @throws Refusal if it never had such, or as {@link #replace} */
    public void bringBack(Actor actor, String key, String sha256, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = shown(actor, key, seenVersion);
        if (!store.before(media).contains(sha256)) {
            throw new Refusal("media.changed", media.name());
        }
        replaced(actor, store.bringBack(media, sha256));
    }

    private Media shown(Actor actor, String key, int seenVersion) {
        var media = mine(actor, key, seenVersion);
        if (media.isTakenDown()) {
            throw new Refusal("media.down", media.name());
        }
        return media;
    }

    private void replaced(Actor actor, Media media) {
        audit.write(actor, Action.PICTURE_REPLACED, "media", media.id(), media.name());
        tell(media, true);
    }

    /**
     * Takes a picture out of sight, with all others of the same bytes: texts print their words for it instead, and its address answers that it is gone.
     *
     * @param why for the audit, and for whoever brings the same bytes again
     * @throws Refusal if it is gone, was changed since it was seen, is taken down already, or the reason is missing or too long
     */
    public void takeDown(Actor actor, String key, String why, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = mine(actor, key, seenVersion);
        if (media.isTakenDown()) {
            throw new Refusal("media.changed", media.name());
        }
        var seen = new ArrayList<Change>();
        for (var alike : items.byHash(media.sha256())) {
            mustAllow(actor, alike);
            if (isSeen(alike)) {
                seen.add(new Change(Change.Kind.MEDIA, alike.id()));
                seen.add(new Change(Change.Kind.HIDDEN, alike.id()));
            }
        }
        store.takeDown(actor.account(), media, why);
        audit.write(actor, Action.PICTURE_TAKEN_DOWN, "media", media.id(), media.name() + " – " + why.strip());
        edition.advance(seen);
    }

    /** Puts a picture back, with all others of the same bytes. @throws Refusal if it is gone, was changed since it was seen, or is not taken down */
    public void putBack(Actor actor, String key, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = mine(actor, key, seenVersion);
        if (!media.isTakenDown()) {
            throw new Refusal("media.changed", media.name());
        }
        var alike = store.putBack(media);
        audit.write(actor, Action.PICTURE_PUT_BACK, "media", media.id(), media.name());
        edition.advance(items.byIds(alike).stream().filter(this::isSeen).map(each -> new Change(Change.Kind.MEDIA, each.id())).toList());
    }

    private void tell(Media media, boolean changed) {
        edition.advance(changed && isSeen(media) ? List.of(new Change(Change.Kind.MEDIA, media.id())) : List.of());
    }

    private Media mine(Actor actor, String key, int seenVersion) {
        var media = found(key);
        mustAllow(actor, media);
        media.mustBeAt(seenVersion);
        return media;
    }

    private void mustAllow(Actor actor, Media media) {
        if (!isOwn(actor, media)) {
            throw new Refusal("actor.not.allowed");
        }
        if (!actor.is(Role.EDITOR) && !isFree(actor, media)) {
            throw new Refusal(media.isTakenDown() ? "media.down.editor" : "media.seen", media.name());
        }
    }

    private static boolean isOwn(Actor actor, Media media) {
        return actor.is(Role.EDITOR) || media.addedBy().equals(Optional.of(actor.account()));
    }

    /** Whether it is no editor's business: nobody else took it down, and no article that readers see shows it, or would. */
    private boolean isFree(Actor actor, Media media) {
        return (!media.isTakenDown() || media.takenDownBy().equals(Optional.of(actor.account()))) && !isShown(media);
    }

    private Media found(String key) {
        return items.keyed(key).orElseThrow(() -> new Refusal("media.gone"));
    }

    private boolean isSeen(Media media) {
        return !media.isTakenDown() && isShown(media);
    }

    private boolean isShown(Media media) {
        var now = clock.instant();
        return articles.showing(media.key(), now) > 0 || articles.portraying(media.key(), now) > 0;
    }

    private boolean isVisible(Long articleId, Instant now) {
        return !articles.cards(List.of(articleId), now).isEmpty();
    }

    /** By key the articles that show a picture: in what readers see or would see, in edits that wait, or as the picture that stands for the article. */
    private Map<String, Set<Long>> uses(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var some = places(keys);
        var values = new ArrayList<Object>(keys);
        keys.forEach(key -> values.add("media:" + key));
        values.addAll(keys);
        var uses = new HashMap<String, Set<Long>>();
        rows(query("select media_key, article_id from media_use where media_key in " + some + " union select substring(image, 7), id from article where image in " + some
                + " union select m.media_key, a.id from media m, article a join revision r on r.article_id = a.id and r.number = a.revision where m.media_key in " + some
                + " and a.live <> a.revision and (r.source like '%media:' || m.media_key || '%' or r.facts like '%media:' || m.media_key || '%')", values))
                .forEach(row -> uses.computeIfAbsent((String) row[0], key -> new HashSet<>()).add(((Number) row[1]).longValue()));
        return uses;
    }

    private static String places(Collection<String> keys) {
        return keys.stream().map(key -> "?").collect(Collectors.joining(", ", "(", ")"));
    }

    private List<String> portraits(String key) {
        return ((List<?>) query("select name from author where portrait = ? order by id", List.of(key)).getResultList()).stream().map(String.class::cast).toList();
    }

    private Query query(String sql, List<?> values) {
        var query = entities.createNativeQuery(sql);
        for (var place = 0; place < values.size(); place++) {
            query.setParameter(place + 1, values.get(place));
        }
        return query;
    }

    private static List<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(row -> (Object[]) row).toList();
    }
}
