package org.lectern.admin.media;

import java.util.ArrayList;
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
    /** How many articles are named. */
    private static final int MOST_NAMED = 20;

    @Inject
    Frame frame;

    @Inject
    Library library;

    private Library.Opened opened;
    private Library.Loss loss;
    private String why = "";
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        load(asked);
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
        load(asked);
        why = asked.text("why");
        problem = sentence;
        return Answer.show(VIEW);
    }

    private void load(Asked asked) {
        opened = library.open(frame.actor(), asked.word("key"));
        loss = library.loss(frame.actor(), asked.word("key"));
    }

    public String getHeading() {
        return frame.say("takeDown.title", opened.media().name());
    }

    /** What will happen, a sentence for each, to the picture and to those that go with it. */
    public List<String> getEffects() {
        var effects = new ArrayList<String>();
        if (loss.alike() > 0) {
            effects.add(frame.say("takeDown.effect.alike", loss.alike()));
        }
        effects.add(say(loss.seen() ? "takeDown.effect.seen" : "takeDown.effect.hidden"));
        if (!loss.portraits().isEmpty()) {
            effects.add(frame.say("mediaItem.uses.portrait", String.join(", ", loss.portraits())));
        }
        effects.add(frame.say("takeDown.back"));
        effects.add(say("takeDown.effect.uses", loss.uses().size() + loss.otherUses()));
        return effects;
    }

    /** Of the picture alone, or of all that have its bytes. */
    private String say(String key, Object... values) {
        return frame.say(loss.alike() > 0 ? key + ".alike" : key, values);
    }

    /** The articles that show one of them. */
    public List<PicturePage.UseRow> getUses() {
        return loss.uses().stream().limit(MOST_NAMED).map(use -> PicturePage.UseRow.of(frame, use)).toList();
    }

    /** How many more there are, in words; empty if there are none. */
    public String getMore() {
        var more = Math.max(0, loss.uses().size() - MOST_NAMED) + loss.otherUses();
        return more == 0 || loss.uses().isEmpty() ? "" : frame.say("takeDown.more", more);
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
