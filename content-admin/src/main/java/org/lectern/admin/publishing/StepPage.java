package org.lectern.admin.publishing;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.article.Publishing;
import org.lectern.content.writing.Writing;

/** Asks before an article is withdrawn, put into the bin or taken out of it, or the edits that wait are discarded: what will happen, and one button. */
@Named
@RequestScoped
@DeskAddress(value = {"/articles/{id}/withdraw", "/articles/{id}/bin", "/articles/{id}/take-out", "/articles/{id}/discard"}, roles = {Role.AUTHOR, Role.EDITOR})
public class StepPage extends DeskPage {

    private static final String VIEW = "publishing/step";

    /** What the page asks about; its words begin with {@code step.} and its address. */
    private enum Step {
        WITHDRAW("withdrawn"), BIN("binned"), TAKE_OUT("taken-out"), DISCARD("discarded");

        /** The code of its confirmation. */
        private final String done;

        Step(String done) {
            this.done = done;
        }

        static Step at(String address) {
            return valueOf(address.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    Publishing publishing;

    @Inject
    Writing writing;

    private Step step;
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        load(asked);
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        load(asked);
        var version = asked.number("version").orElse(-1);
        switch (step) {
            case WITHDRAW -> publishing.withdraw(frame.actor(), subject.id(), version);
            case BIN -> publishing.bin(frame.actor(), subject.id(), version);
            case TAKE_OUT -> publishing.takeOut(frame.actor(), subject.id(), version);
            case DISCARD -> writing.discard(frame.actor(), subject.id(), version);
        }
        return Answer.go((step == Step.BIN ? "/admin/articles" : subject.path()) + "?done=" + step.done);
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        step = Step.at(asked.last());
        subject.load(asked);
        if (step == Step.WITHDRAW || step != Step.DISCARD && subject.article().publishedAt().isPresent()) {
            frame.actor().mustBe(Role.EDITOR);
        }
    }

    private String say(String what, Object... values) {
        return frame.say("step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-') + '.' + what, values);
    }

    public String getHeading() {
        return say("heading", subject.getTitle());
    }

    /** What will happen. */
    public String getEffect() {
        return say(step == Step.BIN && subject.isVisible() ? "effect.visible" : "effect");
    }

    /** What stays, and the way back. */
    public String getWayBack() {
        return say("back");
    }

    public String getButton() {
        return say("button");
    }

    /** Where readers look for it now, as far as they do and will not any more. */
    public boolean isHiding() {
        return subject.isVisible() && step != Step.DISCARD;
    }

    public boolean isDiscarding() {
        return step == Step.DISCARD && subject.isStaged();
    }

    public String getProblem() {
        return problem;
    }
}
