package org.lectern.content.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/** The lists of staff, paged by the database. Authors see their own articles, editors all. */
@ApplicationScoped
@Transactional
public class ArticleList {

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    /** One page of a list. @param total of all pages */
    public record Page(List<ArticleLine> lines, long total) {
    }

    /** An article to link to. */
    public record Linkable(Long id, Slug slug, String title, Status status) {
    }

    /** @param page from 1; one past the end is empty; @param size of a page */
    public Page find(Actor actor, ArticleFilter filter, int page, int size) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var shown = actor.is(Role.EDITOR) ? filter : filter.ownedBy(actor.account());
        var values = new HashMap<String, Object>();
        var where = where(shown, values);
        var total = (Long) with(values, entities.createQuery("select count(a) from Article a join Revision r on r.articleId = a.id and r.number = a.revision where " + where)).getSingleResult();
        @SuppressWarnings("unchecked")
        var lines = (List<ArticleLine>) with(values, entities.createQuery("""
                select new org.lectern.content.writing.ArticleLine(a.id, a.slug, a.title, a.status, case when a.live <> a.revision then true else false end, a.owner, a.publishedAt, a.expiresAt, r.madeAt, r.account)
                from Article a join Revision r on r.articleId = a.id and r.number = a.revision
                where %s
                order by %s %s, a.id %3$s""".formatted(where, order(shown.sort()), shown.descending() ? "desc" : "asc")))
                .setFirstResult((page - 1) * size).setMaxResults(size).getResultList();
        return new Page(List.copyOf(lines), total);
    }

    /** Articles with these words in their titles, for a link to one of them: what readers see, and what the actor may write; the last published first. */
    public List<Linkable> linkable(Actor actor, String words, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var like = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return entities.createQuery("""
                select new org.lectern.content.writing.ArticleList$Linkable(a.id, a.slug, a.title, a.status)
                from Article a
                where lower(a.title) like :words escape '!' and a.status <> :binned and (a.status = :published or a.owner = :account or :all = true)
                order by a.publishedAt desc, a.id desc""", Linkable.class)
                .setParameter("words", like).setParameter("binned", Status.BINNED).setParameter("published", Status.PUBLISHED)
                .setParameter("account", actor.account()).setParameter("all", actor.is(Role.EDITOR)).setMaxResults(most).getResultList();
    }

    private static String where(ArticleFilter filter, Map<String, Object> values) {
        var terms = new ArrayList<String>();
        filter.status().ifPresentOrElse(status -> add(terms, values, "a.status = :status", "status", status), () -> add(terms, values, "a.status <> :binned", "binned", Status.BINNED));
        if (filter.staged()) {
            terms.add("a.live <> a.revision");
        }
        if (filter.untagged()) {
            terms.add("a.taggings is empty");
        }
        filter.tag().ifPresent(tag -> add(terms, values, "exists (select t.id from Tag t, in (a.taggings) g where g.tagId = t.id and t.slug = :tag)", "tag", tag));
        filter.author().ifPresent(author -> add(terms, values, "exists (select u.id from Author u where u.slug = :author and u.id member of a.authors)", "author", author));
        filter.owner().ifPresent(owner -> add(terms, values, "a.owner = :owner", "owner", owner));
        filter.text().filter(text -> !text.isBlank()).ifPresent(text -> add(terms, values, "lower(a.title) like :text escape '!'", "text",
                "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"));
        filter.from().ifPresent(from -> add(terms, values, "r.madeAt >= :from", "from", from));
        filter.until().ifPresent(until -> add(terms, values, "r.madeAt < :until", "until", until));
        return String.join(" and ", terms);
    }

    private static void add(List<String> terms, Map<String, Object> values, String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
    }

    private static String order(ArticleFilter.Sort sort) {
        return switch (sort) {
            case CHANGED -> "r.madeAt";
            case TITLE -> "lower(a.title)";
            case PUBLISHED -> "a.publishedAt";
            case STATUS -> "a.status";
            case OWNER -> "a.owner";
        };
    }

    private static Query with(Map<String, Object> values, Query query) {
        values.forEach(query::setParameter);
        return query;
    }
}
