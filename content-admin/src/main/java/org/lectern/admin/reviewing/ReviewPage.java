package org.lectern.admin.reviewing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.history.Comparison;
import org.lectern.admin.publishing.Subject;
import org.lectern.admin.writing.Proofs;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Revision;
import org.lectern.content.article.Status;
import org.lectern.content.writing.History;
import org.lectern.content.writing.Remark;
import org.lectern.content.writing.Review;
import org.lectern.content.writing.Reviewing;

/** One review: what readers see now beside what they would see, what has been said, and the decision. */
@Named
@RequestScoped
@DeskAddress(value = "/reviews/{id}", roles = {Role.AUTHOR, Role.EDITOR})
public class ReviewPage extends DeskPage {

    private static final String VIEW = "reviewing/review";

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    Reviewing reviewing;

    @Inject
    History history;

    @Inject
    Proofs proofs;

    private Review review;
    private Optional<Revision> live = Optional.empty();
    private Revision proposed;
    private Comparison comparison;
    private List<Said> remarks = List.of();
    private List<Round> earlier = List.of();
    private Optional<Review> givenBack = Optional.empty();
    private boolean ownText;
    private String remark = "";
    private String why = "";
    private String problem = "";

    /** A remark. @param who and when, in words */
    public record Said(String who, String text) {
    }

    /** A review of the same article that was not accepted. @param decided how it ended, in words; @param remarks the note of who handed in among them */
    public record Round(String address, String decided, List<Said> remarks) {
    }

    @Override
    public Answer show(Asked asked) {
        load(asked);
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        load(asked);
        switch (asked.field("do")) {
            case "accept" -> {
                reviewing.accept(frame.actor(), review.id(), asked.number("version").orElse(-1));
                return Answer.go(subject.path() + "?done=accepted");
            }
            case "give-back" -> {
                reviewing.giveBack(frame.actor(), review.id(), asked.text("why"));
                return Answer.go("/admin/reviews?done=given-back");
            }
            default -> {
                reviewing.remark(frame.actor(), review.id(), asked.text("remark"));
                return Answer.go("/admin/reviews/" + review.id() + "?done=said#remarks");
            }
        }
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return !refusal.key().matches("review\\.(remark\\.missing|text\\.long)") ? "" : asked.field("do").equals("give-back") ? "why" : "remark";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        remark = asked.text("remark");
        why = asked.text("why");
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        review = reviewing.review(frame.actor(), asked.id("id").orElseThrow(() -> new Refusal("review.gone")));
        subject.load(review.articleId());
        proposed = review.isOpen() ? subject.newest() : history.revision(frame.actor(), subject.id(), review.revision());
        live = subject.article().status() == Status.PUBLISHED ? Optional.of(history.revision(frame.actor(), subject.id(), subject.article().live())) : Optional.empty();
        comparison = Comparison.of(frame, proofs, live, proposed);
        remarks = remarks(review);
        var before = reviewing.of(frame.actor(), subject.id()).stream().filter(each -> each.id() < review.id()).takeWhile(each -> each.state() != Review.State.ACCEPTED).toList();
        givenBack = before.stream().filter(each -> each.state() == Review.State.GIVEN_BACK).findFirst();
        earlier = before.stream().map(this::round).toList();
        ownText = reviewing.needsOtherEyes(frame.actor(), subject.id());
    }

    private Round round(Review each) {
        var note = Stream.of(each.note()).filter(text -> !text.isEmpty()).map(text -> new Said(frame.say("review.said", each.account(), frame.time(each.handedInAt())), text));
        return new Round(frame.address("/admin/reviews/" + each.id()), decided(each), Stream.concat(note, remarks(each).stream()).toList());
    }

    private List<Said> remarks(Review each) {
        return reviewing.remarks(frame.actor(), each.id()).stream().map(this::said).toList();
    }

    private Said said(Remark remark) {
        return new Said(frame.say("review.said", remark.account(), frame.time(remark.madeAt())), remark.text());
    }

    public String getHeading() {
        return frame.say("review.heading", proposed.title());
    }

    public String getHandedIn() {
        return frame.say("review.handed", review.account(), frame.time(review.handedInAt()));
    }

    public String getNote() {
        return review.note();
    }

    public String getState() {
        return state(review);
    }

    private String state(Review each) {
        return frame.say("review.state." + each.state().name().toLowerCase(Locale.ROOT));
    }

    public String getMark() {
        return switch (review.state()) {
            case OPEN -> "due";
            case ACCEPTED -> "live";
            case GIVEN_BACK -> "bad";
            case TAKEN_BACK -> "";
        };
    }

    /** By whom and when it was decided; empty while it waits. */
    public String getDecided() {
        return decided(review);
    }

    private String decided(Review each) {
        return each.decidedAt().map(at -> frame.say("review.decided.by", state(each), each.decidedBy().orElseThrow(), frame.time(at))).orElse("");
    }

    /** The rounds since readers saw it last, the latest first. */
    public List<Round> getEarlier() {
        return earlier;
    }

    /** What was changed since it was given back; empty if it was not, or nothing was. */
    public String getSinceGivenBack() {
        return givenBack.filter(last -> last.revision() != proposed.number()).map(last -> frame.address(subject.path() + "/history/" + proposed.number() + "?with=" + last.revision())).orElse("");
    }

    public boolean isOpen() {
        return review.isOpen();
    }

    /** What stands beside what. */
    public String getCompared() {
        return frame.say(!review.isOpen() ? "review.compared.then" : live.isPresent() ? "review.compared.live" : "review.compared.new");
    }

    /** Whether it has been edited since it was handed in. */
    public boolean isChanged() {
        return review.isOpen() && review.revision() != subject.newest().number();
    }

    public Comparison getComparison() {
        return comparison;
    }

    public List<Said> getRemarks() {
        return remarks;
    }

    /** Whether whoever looks may decide. */
    public boolean isDecidable() {
        return review.isOpen() && frame.actor().is(Role.EDITOR);
    }

    public boolean isOwnText() {
        return ownText;
    }

    /** {@code release} of what readers see already, else {@code publish}: the words of the button. */
    public String getDeed() {
        return live.isPresent() ? "release" : "publish";
    }

    public String getAnotherDate() {
        return frame.address(subject.path() + "/publish");
    }

    public String getAddress() {
        return frame.address("/admin/reviews/" + review.id());
    }

    public String getRemark() {
        return remark;
    }

    public String getWhy() {
        return why;
    }

    public String getProblem() {
        return problem;
    }
}
