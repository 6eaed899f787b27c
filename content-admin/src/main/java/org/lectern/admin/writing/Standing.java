package org.lectern.admin.writing;

import java.time.Instant;
import java.util.Optional;

import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.article.Article;
import org.lectern.content.article.Status;
import org.lectern.content.writing.Review;

/** Where the article in the editor stands, in words, and which steps whoever looks may go from there. */
public final class Standing {

    private final Frame frame;
    private final Optional<Article> opened;
    private final Optional<Review> review;
    private final boolean fourEyes;
    private final Instant now;

    /** @param opened empty while it is new; @param review that waits for an editor, or gave it back; @param fourEyes whether editors need each other */
    Standing(Frame frame, Optional<Article> opened, Optional<Review> review, boolean fourEyes, Instant now) {
        this.frame = frame;
        this.opened = opened;
        this.review = review;
        this.fourEyes = fourEyes;
        this.now = now;
    }

    public boolean isSaved() {
        return opened.isPresent();
    }

    public boolean isBinned() {
        return is(Status.BINNED);
    }

    public boolean isStaged() {
        return isReleased() && opened.orElseThrow().isStaged();
    }

    /** Whether readers see it, or will without anybody's doing. */
    private boolean isReleased() {
        return opened.filter(Article::isReleased).isPresent();
    }

    /** Whether readers see it now. */
    public boolean isVisible() {
        return opened.filter(article -> article.isVisible(now)).isPresent();
    }

    /** Whether whoever looks may hide it from readers. */
    public boolean isWithdrawable() {
        return isReleased() && isEditor();
    }

    /** Whether whoever looks may put it into the bin: authors only what was never published. */
    public boolean isBinnable() {
        return isSaved() && !isBinned() && (isEditor() || opened.flatMap(Article::publishedAt).isEmpty());
    }

    /** Whether it may be published, or what was typed be released: that saves it first. */
    public boolean isPublishable() {
        return !isBinned() && isEditor();
    }

    /** Whether it may be handed in: by who cannot publish, or cannot publish everything. */
    public boolean isHandedIn() {
        return !isBinned() && (fourEyes || !isEditor());
    }

    public String getPublishLabel() {
        return frame.say(!isReleased() ? "editor.publish" : isStaged() ? "editor.release" : is(Status.SCHEDULED) ? "editor.again.scheduled" : "editor.again");
    }

    /** Where it stands. */
    public String getState() {
        return opened.map(article -> switch (article.status()) {
            case DRAFT -> frame.say("editor.state.draft");
            case SCHEDULED -> frame.say(article.isStaged() ? "editor.state.scheduled.staged" : "editor.state.scheduled", frame.time(article.publishedAt().orElseThrow()));
            case PUBLISHED -> frame.say(article.isStaged() ? "editor.state.staged" : isVisible() ? "editor.state.published" : "editor.state.expired");
            case WITHDRAWN -> frame.say("editor.state.withdrawn");
            case BINNED -> frame.say("editor.state.binned");
        }).orElseGet(() -> frame.say("editor.state.new"));
    }

    /** The class of the state's mark. */
    public String getLook() {
        return opened.map(article -> switch (article.status()) {
            case PUBLISHED -> isVisible() ? "live" : "due";
            case SCHEDULED -> "due";
            case BINNED -> "bad";
            default -> "";
        }).orElse("");
    }

    /** That it waits for an editor, or was given back; empty if neither. */
    public String getReviewLine() {
        return review.map(last -> last.isOpen() ? frame.say("editor.review.open", frame.time(last.handedInAt()))
                : frame.say("editor.review.back", last.decidedBy().orElseThrow(), frame.time(last.decidedAt().orElseThrow()))).orElse("");
    }

    public String getReviewAddress() {
        return frame.address("/admin/reviews/" + review.orElseThrow().id());
    }

    private boolean is(Status status) {
        return opened.filter(article -> article.status() == status).isPresent();
    }

    private boolean isEditor() {
        return frame.actor().is(Role.EDITOR);
    }
}
