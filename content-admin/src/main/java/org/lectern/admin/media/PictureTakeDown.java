package org.lectern.admin.media;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.media.Media;
import org.lectern.content.writing.Library;

/** The page {@code /admin/media/{key}/take-down}, which says what a takedown means, and to how many articles, and asks for the reason. */
@Named
@RequestScoped
@DeskAddress(value = "/media/{key}/take-down", roles = {Role.AUTHOR, Role.EDITOR})
public class PictureTakeDown extends DeskPage {

    private static final String VIEW = "media/take-down";

    @Inject
    Frame frame;

    @Inject
    Library library;

    private Library.Opened opened;
    private String why = "";
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        opened = library.open(frame.actor(), asked.word("key"));
        if (opened.media().isTakenDown()) {
            throw new Refusal("media.changed", opened.media().name());
        }
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        library.takeDown(frame.actor(), asked.word("key"), asked.text("why"), asked.number("version").orElse(-1));
        return Answer.go("/admin/media/" + asked.word("key") + "/edit?done=taken-down");
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return refusal.key().startsWith("media.why.") ? "why" : "";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        opened = library.open(frame.actor(), asked.word("key"));
        why = asked.text("why");
        problem = sentence;
        return Answer.show(VIEW);
    }

    public String getHeading() {
        return frame.say("takeDown.title", opened.media().name());
    }

    /** What will happen, a sentence for each. */
    public List<String> getEffects() {
        var uses = opened.uses().size() + opened.otherUses();
        var effects = new java.util.ArrayList<>(List.of(frame.say(opened.seen() ? "takeDown.effect.seen" : "takeDown.effect.hidden"), frame.say("takeDown.effect.uses", uses)));
        if (!opened.portraits().isEmpty()) {
            effects.add(frame.say("mediaItem.uses.portrait", String.join(", ", opened.portraits())));
        }
        if (opened.alike() > 0) {
            effects.add(frame.say("takeDown.effect.alike", opened.alike()));
        }
        effects.add(frame.say("takeDown.back"));
        return effects;
    }

    public boolean isPossible() {
        return opened.mayChange();
    }

    public String getAddress() {
        return frame.address("/admin/media/" + opened.media().key() + "/take-down");
    }

    public String getPictureAddress() {
        return frame.address("/admin/media/" + opened.media().key() + "/edit");
    }

    public String getPicture() {
        return frame.address("/admin/media/" + opened.media().key() + "/small");
    }

    public int getVersion() {
        return opened.media().version();
    }

    public String getWhy() {
        return why;
    }

    public int getLongestWhy() {
        return Media.LONGEST_WHY;
    }

    public String getProblem() {
        return problem;
    }
}
