package org.lectern.admin.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.publishing.Subject;
import org.lectern.admin.writing.Proofs;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.ArticleContent.NamedTag;
import org.lectern.content.article.Revision;
import org.lectern.content.article.Status;
import org.lectern.content.writing.History;
import org.lectern.content.writing.Writing;

/** One revision as readers would have seen it, or beside another ({@code ?with=12}); and the button that makes it the newest again. */
@Named
@RequestScoped
@DeskAddress(value = "/articles/{id}/history/{number}", roles = {Role.AUTHOR, Role.EDITOR})
public class RevisionPage extends DeskPage {

    private static final String VIEW = "history/revision";

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    History history;

    @Inject
    Writing writing;

    @Inject
    Proofs proofs;

    private Revision revision;
    private Revision other;
    private Comparison comparison;
    private String html = "";
    private String problem = "";

    /** A way to look at it. @param current {@code page} if it is the one that is shown, as {@code aria-current} has it, else {@code false} */
    public record View(String name, String address, String current) {
    }

    @Override
    public Answer show(Asked asked) {
        load(asked);
        return Answer.show(VIEW);
    }

    /** Makes the revision the newest again. */
    @Override
    public Answer take(Asked asked) {
        load(asked);
        writing.restore(frame.actor(), subject.id(), revision.number(), asked.number("version").orElse(-1));
        return Answer.go(subject.path() + "?done=restored");
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        subject.load(asked);
        revision = revision(asked.id("number"));
        if (asked.has("with")) {
            other = revision(asked.number("with").map(Integer::longValue));
            var older = other.number() < revision.number() ? other : revision;
            comparison = Comparison.of(frame, proofs, Optional.of(older), older == other ? revision : other);
        } else {
            html = proofs.html(frame.actor(), revision);
        }
    }

    private Revision revision(Optional<Long> number) {
        var known = number.filter(given -> given > 0 && given <= Integer.MAX_VALUE).map(Long::intValue);
        return history.revision(frame.actor(), subject.id(), known.orElseThrow(() -> new Refusal("article.gone")));
    }

    public String getHeading() {
        return frame.say("revision.heading", revision.number(), subject.getTitle());
    }

    /** Who made it, when and why. */
    public String getMade() {
        return frame.say("revision.made", Why.in(frame, revision.reason()), revision.account(), frame.time(revision.madeAt()));
    }

    /** Whether readers see it now, or it is what the editor opens. */
    public String getPlace() {
        if (revision.number() == subject.article().live() && subject.isVisible()) {
            return frame.say("revision.live");
        }
        return frame.say(isNewest() ? "revision.newest" : "revision.old", subject.newest().number());
    }

    public List<View> getViews() {
        var views = new ArrayList<View>();
        views.add(view("revision.view.page", null));
        if (revision.number() > 1) {
            views.add(view("revision.view.before", revision.number() - 1));
        }
        if (subject.article().isReleased() && subject.article().live() != revision.number() && subject.article().live() != revision.number() - 1) {
            views.add(view("revision.view.live", subject.article().live()));
        }
        if (!isNewest()) {
            views.add(view("revision.view.newest", subject.newest().number()));
        }
        if (other != null && views.stream().noneMatch(view -> view.current().equals("page"))) {
            views.add(view("revision.view.other", other.number()));
        }
        return views;
    }

    private View view(String key, Integer with) {
        var address = subject.getHistory() + "/" + revision.number();
        var current = with == null ? other == null : other != null && other.number() == with;
        return new View(frame.say(key, with == null ? 0 : with), with == null ? address : address + "?with=" + with, current ? "page" : "false");
    }

    /** Says which is which. */
    public String getCompared() {
        return other == null ? "" : frame.say("revision.compared", Math.min(other.number(), revision.number()), Math.max(other.number(), revision.number()));
    }

    public Comparison getComparison() {
        return comparison;
    }

    /** Safe HTML. */
    public String getHtml() {
        return html;
    }

    public String getTitle() {
        return revision.title();
    }

    public String getLanguage() {
        return revision.content().language();
    }

    public List<String> getTags() {
        return revision.content().tags().stream().map(NamedTag::name).toList();
    }

    public String getSource() {
        return revision.source();
    }

    public boolean isNewest() {
        return revision.number() == subject.newest().number();
    }

    /** Whether restoring it makes sense: it is not the newest, and does not lie in the bin. */
    public boolean isRestorable() {
        return !isNewest() && subject.article().status() != Status.BINNED;
    }

    /** What restoring it will do. */
    public String getRestoring() {
        return frame.say(subject.article().isReleased() ? "revision.restore.waits" : "revision.restore.text", revision.number(), subject.newest().number());
    }

    public String getProblem() {
        return problem;
    }
}
