package org.lectern.admin.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Previews;

/** Makes secret links by which people without an account read an article as it was saved last, and ends them. A new link is shown once. */
@Named
@RequestScoped
@DeskAddress(value = "/articles/{id}/preview-link", roles = {Role.AUTHOR, Role.EDITOR})
public class PreviewLinkPage extends DeskPage {

    private static final String VIEW = "publishing/preview-link";

    /** How long a link may live, by the value of the field. */
    private static final Map<String, Duration> LIVES = Map.of("hour", Duration.ofHours(1), "day", Duration.ofDays(1), "week", Duration.ofDays(7), "month", Duration.ofDays(30));

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    Previews previews;

    @Inject
    FreshLink fresh;

    @Inject
    Settings settings;

    private List<String> ends = List.of();
    private String link = "";
    private String done = "";
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        load(asked);
        link = fresh.take(subject.id()).map(secret -> settings.url() + "/preview/" + secret).orElse("");
        done = List.of("linked", "ended").contains(asked.field("done")) && (!link.isEmpty() || asked.field("done").equals("ended")) ? frame.say("done." + asked.field("done")) : "";
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        load(asked);
        if (asked.field("do").equals("end")) {
            previews.end(frame.actor(), subject.id());
            return Answer.go(subject.path() + "/preview-link?done=ended");
        }
        fresh.keep(subject.id(), previews.make(frame.actor(), subject.id(), LIVES.getOrDefault(asked.field("life"), Duration.ZERO)));
        return Answer.go(subject.path() + "/preview-link?done=linked");
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        subject.load(asked);
        ends = previews.ends(frame.actor(), subject.id()).stream().map(end -> frame.say("link.ends", frame.time(end))).toList();
    }

    /** When the living links end, in words. */
    public List<String> getEnds() {
        return ends;
    }

    /** The new link, once; else empty. */
    public String getLink() {
        return link;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }
}
