package org.lectern.content.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Proof;
import org.lectern.content.article.Status;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;

/** Secret addresses under which people without an account read an article before others do. */
@ApplicationScoped
@Transactional
public class Previews {

    /** The longest life of a link. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int SECRET_BYTES = 24;

    @Inject
    Articles articles;

    @Inject
    ArticleStore store;

    @Inject
    PreviewLinks links;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * Makes a link. It shows the newest revision of whatever day it is opened.
     *
     * @param life at most {@link #LONGEST}
     * @return the secret word of its address, which is not kept and cannot be shown again
     */
    public String make(Actor actor, Long articleId, Duration life) {
        var article = found(actor, articleId);
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new Refusal("preview.life", LONGEST.toDays());
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.all(articleId).stream().filter(link -> !link.endsAt().isAfter(clock.instant())).forEach(links::remove);
        links.add(new Preview(articleId, hash(secret), actor.account(), clock.instant().plus(life)));
        audit.write(actor, Action.PREVIEW_LINKED, "article", articleId, article.title());
        return secret;
    }

    /** Ends all links of an article at once. */
    public void end(Actor actor, Long articleId) {
        var article = found(actor, articleId);
        links.all(articleId).forEach(links::remove);
        audit.write(actor, Action.PREVIEW_ENDED, "article", articleId, article.title());
    }

    /** When the living links of an article end. */
    public List<Instant> ends(Actor actor, Long articleId) {
        found(actor, articleId);
        return links.of(articleId, clock.instant()).stream().map(Preview::endsAt).toList();
    }

    /**
     * An article as it was saved last.
     *
     * @param slug     that it has, or shall have
     * @param date     for readers; empty as long as it has none
     * @param visible  whether readers see some revision of it at its address now
     * @param end      of the link
     */
    public record Read(Slug slug, Proof proof, Optional<Instant> date, Optional<Instant> updated, boolean visible, Instant end) {
    }

    /** What this secret lets anybody read; empty if it never was, has ended, or its article lies in the bin. */
    public Optional<Read> read(String secret) {
        return links.living(hash(secret), clock.instant()).flatMap(link -> articles.find(link.articleId()).filter(article -> article.status() != Status.BINNED)
                .map(article -> new Read(store.newest(article).slug(), store.proof(article), article.publishedAt(), article.updatedAt(), article.isVisible(clock.instant()), link.endsAt())));
    }

    private Article found(Actor actor, Long articleId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var article = articles.find(articleId).orElseThrow(() -> new Refusal("article.gone"));
        Ownership.mustAllow(actor, article);
        return article;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
