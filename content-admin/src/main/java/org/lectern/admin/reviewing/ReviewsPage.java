package org.lectern.admin.reviewing;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.writing.ReviewLine;
import org.lectern.content.writing.Reviewing;

/** What waits for an editor; who waits longest comes first. */
@Named
@RequestScoped
@DeskAddress(value = "/reviews", roles = Role.EDITOR)
public class ReviewsPage extends DeskPage {

    /** Nobody reads more than the first of them. */
    private static final int MOST = 200;

    @Inject
    Frame frame;

    @Inject
    Reviewing reviewing;

    private List<Line> lines = List.of();
    private long waiting;

    /** One review in the list. @param kind whether it is new to readers, in words */
    public record Line(String address, String title, String kind, String by, String since, String note) {
    }

    @Override
    public Answer show(Asked asked) {
        waiting = reviewing.countWaiting(frame.actor());
        lines = reviewing.queue(frame.actor(), MOST).stream().map(this::line).toList();
        return Answer.show("reviewing/reviews");
    }

    private Line line(ReviewLine review) {
        return new Line(frame.address("/admin/reviews/" + review.id()), review.title(), frame.say(review.released() ? "reviews.edits" : "reviews.new"), review.account(), frame.when(review.handedInAt()), review.note());
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getSummary() {
        return frame.say("reviews.waiting", waiting);
    }
}
