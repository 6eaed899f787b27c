package org.lectern.admin.reviewing;

import java.util.List;
import java.util.Locale;
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
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.writing.Review;
import org.lectern.content.writing.Reviewing;

/** Where an author hands an article in, sees that it waits, and takes it back. */
@Named
@RequestScoped
@DeskAddress(value = "/articles/{id}/hand-in", roles = {Role.AUTHOR, Role.EDITOR})
public class HandInPage extends DeskPage {

    private static final String VIEW = "reviewing/hand-in";

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    Reviewing reviewing;

    private Optional<Review> open = Optional.empty();
    private List<Line> earlier = List.of();
    private String note = "";
    private String problem = "";

    /** A review that has ended. */
    public record Line(String address, String text) {
    }

    @Override
    public Answer show(Asked asked) {
        load(asked);
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        load(asked);
        if (asked.field("do").equals("take-back")) {
            reviewing.takeBack(frame.actor(), open.orElseThrow(() -> new Refusal("review.decided")).id());
            return Answer.go(subject.path() + "?done=taken-back");
        }
        reviewing.handIn(frame.actor(), subject.id(), asked.text("note"), asked.number("version").orElse(-1));
        return Answer.go(subject.path() + "?done=handed-in");
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return refusal.key().equals("review.text.long") ? "note" : "";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        note = asked.text("note");
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        subject.load(asked);
        var all = reviewing.of(frame.actor(), subject.id());
        open = all.stream().filter(Review::isOpen).findFirst();
        earlier = all.stream().filter(review -> !review.isOpen()).map(this::line).toList();
    }

    private Line line(Review review) {
        return new Line(address(review), frame.say("review.decided.by", frame.say("review.state." + review.state().name().toLowerCase(Locale.ROOT)), review.decidedBy().orElseThrow(),
                frame.time(review.decidedAt().orElseThrow())));
    }

    private String address(Review review) {
        return frame.address("/admin/reviews/" + review.id());
    }

    public boolean isWaiting() {
        return open.isPresent();
    }

    public String getWaiting() {
        return open.map(review -> frame.say("handin.waiting", frame.time(review.handedInAt()))).orElse("");
    }

    public String getReview() {
        return open.map(this::address).orElse("");
    }

    public List<Line> getEarlier() {
        return earlier;
    }

    public String getNote() {
        return note;
    }

    public String getProblem() {
        return problem;
    }
}
