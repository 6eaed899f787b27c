package org.lectern.admin.history;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.publishing.Subject;
import org.lectern.content.Role;
import org.lectern.content.article.RevisionLine;
import org.lectern.content.writing.History;

/** All revisions of an article, the newest first: who made them, when and why. */
@Named
@RequestScoped
@DeskAddress(value = "/articles/{id}/history", roles = {Role.AUTHOR, Role.EDITOR})
public class HistoryPage extends DeskPage {

    private static final int AT_ONCE = 50;

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    History history;

    private List<Line> lines = List.of();
    private String older = "";
    private boolean later;

    /** A revision in the list. @param changes the address of what it changed, empty of the first one; @param mark what readers or editors see of it now */
    public record Line(int number, String address, String title, String why, String who, String when, String changes, String mark) {
    }

    @Override
    public Answer show(Asked asked) {
        subject.load(asked);
        var before = asked.number("before").filter(number -> number > 0);
        var found = history.of(frame.actor(), subject.id(), before.orElse(Integer.MAX_VALUE), AT_ONCE + 1);
        lines = found.stream().limit(AT_ONCE).map(this::line).toList();
        older = found.size() > AT_ONCE ? subject.getHistory() + "?before=" + lines.get(AT_ONCE - 1).number() : "";
        later = before.isPresent();
        return Answer.show("history/history");
    }

    private Line line(RevisionLine revision) {
        var number = revision.number();
        var address = subject.getHistory() + "/" + number;
        return new Line(number, address, revision.title(), Why.in(frame, revision.reason()), revision.account(), frame.time(revision.madeAt()), number > 1 ? address + "?with=" + (number - 1) : "", mark(number));
    }

    private String mark(int number) {
        if (number == subject.article().live() && subject.article().isReleased()) {
            return frame.say(subject.isVisible() ? "history.live" : "history.released");
        }
        return number == subject.newest().number() ? frame.say("history.newest") : "";
    }

    public List<Line> getLines() {
        return lines;
    }

    /** The address of older revisions; empty if there are none. */
    public String getOlder() {
        return older;
    }

    /** Whether there are newer revisions than these. */
    public boolean isLater() {
        return later;
    }
}
