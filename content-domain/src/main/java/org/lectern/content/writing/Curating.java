package org.lectern.content.writing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Article;
import org.lectern.content.article.Articles;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.author.Author;
import org.lectern.content.author.Authors;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.redirect.Redirects;
import org.lectern.content.tag.Tag;
import org.lectern.content.tag.Tags;

/** What staff do to a tag together with its articles: count them, choose those to start with and who keeps it, delete a tag that none carries. */
@ApplicationScoped
@Transactional
public class Curating {

    /** As {@link Person#label} writes it. */
    private static final Pattern LABEL = Pattern.compile(".*\\((?<slug>[^()]+)\\)", Pattern.DOTALL);

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    Tags tags;

    @Inject
    Articles articles;

    @Inject
    Authors authors;

    @Inject
    Redirects redirects;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    /** What the list of tags can be ordered by; what is equal is ordered by name and id. */
    public enum Sort {
        NAME, ARTICLES
    }

    /** One page of the list of tags. @param total of all pages */
    public record Page(List<TagLine> lines, long total) {
    }

    /** A tag as its page at the desk shows it. @param articles that carry it, outside the bin; @param binned in the bin; @param pins the articles to start with, in order; @param owner who keeps it */
    public record Opened(Tag tag, long articles, long binned, List<Pin> pins, List<Slug> aliases, Optional<Person> owner) {

        /** Whether no article carries it, so that it can be deleted. */
        public boolean isUnused() {
            return articles + binned == 0;
        }
    }

    /** An article to start with. @param carried whether it still carries the tag; else readers are not shown it */
    public record Pin(Long id, String title, boolean carried) {
    }

    /** Somebody who can keep a tag. */
    public record Person(Long id, Slug slug, String name) {

        /** As people choose among them: two may have one name. */
        public String label() {
            return name + " (" + slug + ")";
        }
    }

    /** @param text part of name or slug, in any case, blank for all; @param page from 1; one past the end is empty; @param size of a page */
    public Page find(Actor actor, String text, Sort sort, boolean descending, int page, int size) {
        actor.mustBe(Role.EDITOR);
        var like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        var carried = numbers("select g.tag_id, count(*) from tagging g group by g.tag_id");
        var binned = numbers("select g.tag_id, count(*) from article a join tagging g on g.article_id = a.id where a.status = 'BINNED' group by g.tag_id");
        var lines = rows("select t.id, t.slug, t.name from tag t where lower(t.name) like ? escape '!' or t.slug like ? escape '!'", like, like)
                .map(row -> new TagLine(id(row), new Slug((String) row[1]), (String) row[2], carried.getOrDefault(id(row), 0L) - binned.getOrDefault(id(row), 0L))).sorted(order(sort, descending)).toList();
        return new Page(lines.stream().skip((page - 1L) * size).limit(size).toList(), lines.size());
    }

    private static Comparator<TagLine> order(Sort sort, boolean descending) {
        var byName = Comparator.comparing((TagLine line) -> line.name().toLowerCase(Locale.ROOT)).thenComparing(TagLine::id);
        if (sort == Sort.NAME) {
            return descending ? byName.reversed() : byName;
        }
        var byNumber = Comparator.comparingLong(TagLine::articles);
        return (descending ? byNumber.reversed() : byNumber).thenComparing(byName);
    }

    /** Numbers by the ids of tags. To count all taggings and those in the bin apart takes an index and the few, instead of the article of each tagging. */
    private Map<Long, Long> numbers(String sql) {
        return rows(sql).collect(Collectors.toMap(Curating::id, row -> ((Number) row[1]).longValue()));
    }

    private static Long id(Object[] row) {
        return ((Number) row[0]).longValue();
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (var place = 0; place < values.length; place++) {
            query.setParameter(place + 1, values[place]);
        }
        return ((List<Object[]>) query.getResultList()).stream();
    }

    /** @throws Refusal if there is no such tag */
    public Opened open(Actor actor, Long id) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        var binned = carrying(id, "=");
        return new Opened(tag, carrying(id, "<>"), binned, tags.pins(id).stream().flatMap(pinned -> articles.find(pinned).stream())
                .map(article -> new Pin(article.id(), article.title(), carries(article, id))).toList(), tags.aliasesOf(id).stream().map(alias -> alias.alias()).toList(),
                tag.ownerId().flatMap(owner -> authors.byIds(List.of(owner)).stream().findFirst()).map(Curating::person));
    }

    private static Person person(Author author) {
        return new Person(author.id(), author.slug(), author.name());
    }

    /** The authors with these letters in name or slug, by name; at most so many. */
    public List<Person> people(Actor actor, String typed, int most) {
        actor.mustBe(Role.EDITOR);
        var like = "%" + storable(typed).strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return people("lower(a.name) like ? escape '!' or a.slug like ? escape '!'", like, like).limit(most).toList();
    }

    private Stream<Person> people(String condition, Object... values) {
        return rows("select a.id, a.slug, a.name from author a where " + condition + " order by lower(a.name), a.id", values).map(row -> new Person(id(row), new Slug((String) row[1]), (String) row[2]));
    }

    /**
     * Says who keeps a tag.
     *
     * @param person name, slug or {@linkplain Person#label label} of an author; blank for nobody
     * @throws Refusal if the tag is gone or changed since it was seen, or if there is no such author, or more than one
     */
    public void entrust(Actor actor, Long id, String person, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        tag.mustBeAt(seenVersion);
        tag.entrust(person.isBlank() ? null : author(storable(person).strip()).id());
        tag = tags.save(tag);
        audit.write(actor, Action.TAG_ENTRUSTED, "tag", id, tag.name());
        edition.advance(List.of(new Change(Change.Kind.TAG, id)));
    }

    /** PostgreSQL takes no text with this character. */
    private static String storable(String text) {
        return text.replace("\u0000", "");
    }

    private Person author(String written) {
        var named = people("lower(a.name) = ?", written.toLowerCase(Locale.ROOT)).toList();
        if (named.size() > 1) {
            throw new Refusal("tag.owner.several", written);
        }
        var label = LABEL.matcher(written);
        return named.stream().findFirst().or(() -> people("a.slug = ?", label.matches() ? label.group("slug") : written).findFirst()).orElseThrow(() -> new Refusal("tag.owner.missing", written));
    }

    /** Says where readers may start. @param articleIds in this order @throws Refusal if the tag is gone or changed since it was seen, if there are too many, or if one of them does not carry it */
    public void pin(Actor actor, Long id, List<Long> articleIds, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        tag.mustBeAt(seenVersion);
        var before = tags.pins(id);
        articleIds.stream().filter(pinned -> !before.contains(pinned)).forEach(pinned -> {
            var article = articles.find(pinned).orElseThrow(() -> new Refusal("article.gone"));
            if (!carries(article, id)) {
                throw new Refusal("tag.pin.untagged", article.title(), tag.name());
            }
        });
        keepPins(tag, articleIds.stream().distinct().toList());
        audit.write(actor, Action.TAG_PINNED, "tag", id, tag.name());
        edition.advance(List.of(new Change(Change.Kind.TAG, id)));
    }

    /** By statements of our own: of a list that only changes its order, EclipseLink 5.0.0 writes nothing. */
    private void keepPins(Tag tag, List<Long> pins) {
        if (pins.size() > Tag.MOST_PINS) {
            throw new Refusal("tag.pins.many", Tag.MOST_PINS);
        }
        if (entities.createNativeQuery("update tag set version = version + 1 where id = ? and version = ?").setParameter(1, tag.id()).setParameter(2, tag.version()).executeUpdate() == 0) {
            throw new Refusal("tag.changed", tag.name());
        }
        entities.createNativeQuery("delete from tag_pin where tag_id = ?").setParameter(1, tag.id()).executeUpdate();
        for (var place = 0; place < pins.size(); place++) {
            entities.createNativeQuery("insert into tag_pin (tag_id, place, article_id) values (?, ?, ?)").setParameter(1, tag.id()).setParameter(2, place).setParameter(3, pins.get(place)).executeUpdate();
        }
    }

    /** Deletes a tag with its other names. An article that names it again makes it anew. @throws Refusal if the tag is gone, changed since it was seen, or if an article carries it, be it in the bin */
    public void delete(Actor actor, Long id, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        tag.mustBeAt(seenVersion);
        var carrying = carrying(id, "<>") + carrying(id, "=");
        if (carrying > 0) {
            throw new Refusal("tag.used", tag.name(), carrying);
        }
        tags.aliasesOf(id).forEach(tags::remove);
        redirects.toTag(id).forEach(redirects::remove);
        tags.remove(tag);
        audit.write(actor, Action.TAG_DELETED, "tag", id, tag.name());
        edition.advance(List.of(new Change(Change.Kind.TAG, id)));
    }

    private long carrying(Long tagId, String inTheBin) {
        return entities.createQuery("select count(a) from Article a join a.taggings g where g.tagId = :tag and a.status " + inTheBin + " org.lectern.content.article.Status.BINNED", Long.class)
                .setParameter("tag", tagId).getSingleResult();
    }

    private static boolean carries(Article article, Long tagId) {
        return article.taggings().stream().anyMatch(tagging -> tagging.tagId().equals(tagId));
    }

    private Tag found(Long id) {
        return tags.find(id).orElseThrow(() -> new Refusal("tag.gone"));
    }
}
