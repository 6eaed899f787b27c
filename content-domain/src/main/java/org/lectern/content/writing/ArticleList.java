package org.lectern.content.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/** The lists of staff, paged by the database. Authors see their own articles, editors all. */
@ApplicationScoped
@Transactional
public class ArticleList {

    private static final String NEWEST = " join Revision r on r.articleId = a.id and r.number = a.revision";

    /** An id that nothing has. */
    private static final Long NONE = -1L;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    Clock clock;

    /** One page of a list. @param total of all pages */
    public record Page(List<ArticleLine> lines, long total) {
    }

    /** An article to link to. */
    public record Linkable(Long id, Slug slug, String title, Status status) {
    }

    /** @param page from 1; one past the end is empty; @param size of a page */
    public Page find(Actor actor, ArticleFilter filter, int page, int size) {
        var seen = seenBy(actor, filter);
        var values = new HashMap<String, Object>();
        var from = " from Article a" + joins(seen);
        var where = " where " + where(seen, values);
        var ids = query("select a.id" + from + (seen.text().isPresent() || seen.sort() == ArticleFilter.Sort.TITLE ? NEWEST : "") + where + order(seen.sort(), seen.descending()), Long.class, values)
                .setFirstResult(Offset.of(page, size)).setMaxResults(size).getResultList();
        return new Page(lines(ids), query("select count(a)" + from + (seen.text().isPresent() ? NEWEST : "") + where, Long.class, values).getSingleResult());
    }

    /** In the order of the ids. */
    private List<ArticleLine> lines(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var tags = tags(ids);
        var handedIn = handedIn(ids);
        var lines = query("select a.id, a.slug, r.title, a.status, a.live, a.revision, a.owner, a.publishedAt, a.expiresAt, a.revisedAt, r.account from Article a" + NEWEST + " where a.id in :ids",
                Object[].class, Map.of("ids", ids)).getResultStream()
                .map(row -> new ArticleLine((Long) row[0], (Slug) row[1], (String) row[2], (Status) row[3], !row[4].equals(row[5]), handedIn.contains(row[0]), (String) row[6],
                        Optional.ofNullable((Instant) row[7]), Optional.ofNullable((Instant) row[8]), (Instant) row[9], (String) row[10], tags.getOrDefault(row[0], List.of())))
                .collect(Collectors.toMap(ArticleLine::id, line -> line));
        return ids.stream().map(lines::get).toList();
    }

    /** The accounts that own an article, and the names under articles, each in order and at most {@code most}, to choose from; an author's own alone. */
    public Choices choices(Actor actor, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        if (!actor.is(Role.EDITOR)) {
            return new Choices(List.of(actor.account()), query("select distinct u.name from Article a join a.authors n, Author u where u.id = n and a.owner = :owner order by u.name", String.class,
                    Map.of("owner", actor.account())).setMaxResults(most).getResultList());
        }
        return new Choices(query("select distinct a.owner from Article a order by a.owner", String.class, Map.of()).setMaxResults(most).getResultList(),
                query("select u.name from Author u order by u.name, u.id", String.class, Map.of()).setMaxResults(most).getResultList());
    }

    /** What a list can be narrowed by. */
    public record Choices(List<String> owners, List<String> authors) {
    }

    private static ArticleFilter seenBy(Actor actor, ArticleFilter filter) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return actor.is(Role.EDITOR) ? filter : filter.ownedBy(actor.account());
    }

    /** Articles with these words in their titles, for a link to one of them: what readers see, and what the actor may write; the last published first. */
    public List<Linkable> linkable(Actor actor, String words, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var like = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return entities.createQuery("""
                select new org.lectern.content.writing.ArticleList$Linkable(a.id, a.slug, a.title, a.status)
                from Article a
                where lower(a.title) like :words escape '!' and a.status <> :binned and (a.status = :published and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now) or a.owner = :account or :all = true)
                order by a.publishedAt desc, a.id desc""", Linkable.class)
                .setParameter("words", like).setParameter("binned", Status.BINNED).setParameter("published", Status.PUBLISHED).setParameter("now", clock.instant())
                .setParameter("account", actor.account()).setParameter("all", actor.is(Role.EDITOR)).setMaxResults(most).getResultList();
    }

    /** A subquery for each article, which EclipseLink would join with the article once more, takes ten times as long. */
    private static String joins(ArticleFilter filter) {
        return (filter.tag().isPresent() ? " join a.taggings g" : "") + (filter.author().isPresent() ? " join a.authors n" : "");
    }

    private String where(ArticleFilter filter, Map<String, Object> values) {
        var terms = new ArrayList<String>();
        filter.status().ifPresentOrElse(status -> add(terms, values, "a.status = :status", "status", status), () -> add(terms, values, "a.status <> :binned", "binned", Status.BINNED));
        if (filter.staged()) {
            terms.add("a.live <> a.revision");
        }
        if (filter.untagged()) {
            terms.add("SQL('(select count(*) from tagging t where t.article_id = ?)', a.id) = 0");        // "is empty" of embeddables makes EclipseLink 5.0.0 fail
        }
        filter.tag().ifPresent(tag -> add(terms, values, "g.tagId = :tag", "tag", id("Tag", tag)));
        filter.author().ifPresent(author -> add(terms, values, "n = :author", "author", id("Author", author)));
        filter.owner().ifPresent(owner -> add(terms, values, "a.owner = :owner", "owner", owner));
        filter.text().filter(text -> !text.isBlank()).ifPresent(text -> add(terms, values,
                "(lower(a.title) like :text escape '!' or lower(r.title) like :text escape '!' or lower(a.slug) like :text escape '!')", "text",
                "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"));
        filter.from().ifPresent(from -> add(terms, values, "a.revisedAt >= :from", "from", from));
        filter.until().ifPresent(until -> add(terms, values, "a.revisedAt < :until", "until", until));
        return String.join(" and ", terms);
    }

    /** No id at all if nothing has this slug. */
    private Long id(String entity, Slug slug) {
        return query("select e.id from " + entity + " e where e.slug = :slug", Long.class, Map.of("slug", slug)).getResultStream().findFirst().orElse(NONE);
    }

    private static void add(List<String> terms, Map<String, Object> values, String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
    }

    private static String order(ArticleFilter.Sort sort, boolean descending) {
        var by = switch (sort) {
            case CHANGED -> "a.revisedAt %s";
            case TITLE -> "lower(r.title) %s";
            case PUBLISHED -> "a.publishedAt %s nulls last";
            case STATUS -> "a.status %s";
            case OWNER -> "a.owner %s";
        };
        return (" order by " + by + ", a.id %1$s").formatted(descending ? "desc" : "asc");
    }

    private Map<Long, List<String>> tags(List<Long> ids) {
        var tags = new HashMap<Long, List<String>>();
        if (!ids.isEmpty()) {
            query("select a.id, t.name from Article a join a.taggings g, Tag t where t.id = g.tagId and a.id in :ids order by a.id, index(g)", Object[].class, Map.of("ids", ids)).getResultList()
                    .forEach(row -> tags.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((String) row[1]));
        }
        return tags;
    }

    private Set<Long> handedIn(List<Long> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(query("select r.articleId from Review r where r.state = :open and r.articleId in :ids", Long.class,
                Map.of("open", Review.State.OPEN, "ids", ids)).getResultList());
    }

    private <T> TypedQuery<T> query(String words, Class<T> type, Map<String, Object> values) {
        var query = entities.createQuery(words, type);
        values.forEach(query::setParameter);
        return query;
    }
}
