package org.lectern.admin.publishing;

import java.time.Clock;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.address.Addresses;
import org.lectern.content.article.Article;
import org.lectern.content.article.Revision;
import org.lectern.content.article.Status;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Writing;

/** The article that a page asks about: what readers see of it now, in words, and what waits. */
@Named
@RequestScoped
public class Subject {

    @Inject
    Frame frame;

    @Inject
    Writing writing;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Writing.Opened opened;

    /** @throws Refusal if there is no such article, or whoever asks may not write it */
    public void load(Asked asked) {
        load(asked.id("id").orElseThrow(() -> new Refusal("article.gone")));
    }

    /** @throws Refusal if there is no such article, or whoever asks may not write it */
    public void load(Long id) {
        opened = writing.open(frame.actor(), id);
    }

    public Article article() {
        return opened.article();
    }

    public Revision newest() {
        return opened.newest();
    }

    public Long id() {
        return article().id();
    }

    public Actor actor() {
        return frame.actor();
    }

    /** Of the newest revision: what the editor shows. */
    public String getTitle() {
        return newest().title();
    }

    /** What the form showed, so that nobody acts on what was changed meanwhile. */
    public int getVersion() {
        return article().version();
    }

    /** A sentence, if edits wait; else nothing. */
    public String getStagedText() {
        return article().isStaged() ? frame.say("subject.staged") : "";
    }

    public boolean isStaged() {
        return article().isStaged();
    }

    public boolean isVisible() {
        return article().isVisible(clock.instant());
    }

    /** What readers see now. */
    public String getNow() {
        var article = article();
        return switch (article.status()) {
            case DRAFT -> frame.say("subject.now.draft");
            case WITHDRAWN -> frame.say("subject.now.withdrawn");
            case BINNED -> frame.say("subject.now.binned");
            case SCHEDULED -> frame.say("subject.now.scheduled", frame.time(article.publishedAt().orElseThrow()));
            case PUBLISHED -> isVisible() ? frame.say("subject.now.published", frame.time(article.publishedAt().orElseThrow()))
                    : article.expiresAt().map(end -> frame.say("subject.now.expired", frame.time(end))).orElseGet(() -> frame.say("subject.now.scheduled", frame.time(article.publishedAt().orElseThrow())));
        };
    }

    /** How its state looks in lists. */
    public String getMark() {
        return switch (article().status()) {
            case PUBLISHED -> isVisible() ? "live" : "bad";
            case SCHEDULED -> "due";
            case BINNED -> "bad";
            case DRAFT, WITHDRAWN -> "";
        };
    }

    public String getState() {
        var expired = article().status() == Status.PUBLISHED && !isVisible();
        return frame.say("subject.state." + (expired ? "expired" : article().status().name().toLowerCase(Locale.ROOT)));
    }

    /** Where readers find it, or will find it once the newest revision is released; for people, in their letters. */
    public String getPublicAddress() {
        return new Addresses(settings.url().toString()).home() + "articles/" + newest().slug().value() + "/";
    }

    /** Where readers find it now. */
    public String getPresentAddress() {
        return new Addresses(frame.address("")).article(article().slug());
    }

    /** The same for people, in their letters. */
    public String getPresentName() {
        return frame.address("/articles/" + article().slug().value() + "/");
    }

    /** The page of the editor. */
    public String getEditor() {
        return frame.address(path());
    }

    public String getHandIn() {
        return frame.address(path() + "/hand-in");
    }

    public String getHistory() {
        return frame.address(path() + "/history");
    }

    /** The newest revision beside what readers see. */
    public String getChanges() {
        return frame.address(path() + "/history/" + newest().number() + (article().isStaged() ? "?with=" + article().live() : ""));
    }

    /** Its address at the desk, below the context root. */
    public String path() {
        return "/admin/articles/" + id();
    }
}
