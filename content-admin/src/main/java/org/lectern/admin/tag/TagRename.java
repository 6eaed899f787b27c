package org.lectern.admin.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.Declined;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.address.Addresses;
import org.lectern.content.tag.TagKeeping;
import org.lectern.content.writing.Curating;

/** The page that says what a rename would change, {@code /admin/tags/{id}/rename?name=…}, and from which it is done. */
@Named
@RequestScoped
@DeskAddress(value = "/tags/{id}/rename", roles = Role.EDITOR)
public class TagRename extends DeskPage {

    private static final String VIEW = "tag/rename";

    @Inject
    Frame frame;

    @Inject
    TagKeeping tagKeeping;

    @Inject
    Curating curating;

    @Inject
    Declined declined;

    @Inject
    Hiding hiding;

    private Curating.Opened opened;
    private TagKeeping.Renaming renaming;
    private String name = "";
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        var id = asked.id("id");
        if (id.isEmpty()) {
            return new Answer.Missing("tag.missing");
        }
        opened = curating.open(frame.actor(), id.get());
        name = asked.has("name") ? asked.field("name") : opened.tag().name();
        if (!name.equals(opened.tag().name())) {
            preview(id.get());
        }
        return Answer.show(VIEW);
    }

    private void preview(Long id) {
        try {
            renaming = tagKeeping.renaming(frame.actor(), id, name);
        } catch (Refusal refusal) {
            problem = refusal.in(frame.texts());
            declined.at("name", problem, name);
        }
    }

    /** Only what was shown is done: a name that was typed since is shown first. */
    @Override
    public Answer take(Asked asked) {
        var id = asked.id("id").orElseThrow(() -> new Refusal("tag.gone"));
        var wanted = asked.field("name");
        if (!asked.field("do").equals("rename") || !asked.field("seen").equals(wanted)) {
            return Answer.go("/admin/tags/" + id + "/rename?name=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
        var isMove = tagKeeping.renaming(frame.actor(), id, wanted).isMove();
        tagKeeping.rename(frame.actor(), id, wanted, asked.number("version").orElse(-1));
        return Answer.go("/admin/tags/" + id + (isMove ? "?done=moved" : "?done=renamed"));
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return refusal.key().equals("tag.changed") ? "" : "name";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        var answer = show(asked);
        problem = sentence;
        return answer;
    }

    public String getName() {
        return name;
    }

    /** The name whose consequences are shown; empty if none are. */
    public String getSeen() {
        return isPreviewed() ? name : "";
    }

    public String getHeading() {
        return frame.say("rename.title", opened.tag().name());
    }

    public String getAddress() {
        return frame.address("/admin/tags/" + opened.tag().id() + "/rename");
    }

    public String getTagAddress() {
        return frame.address("/admin/tags/" + opened.tag().id());
    }

    public int getVersion() {
        return opened.tag().version();
    }

    /** Whether what would happen is shown, so that it can be done. */
    public boolean isPreviewed() {
        return renaming != null;
    }

    public String getChange() {
        return frame.say("rename.change", opened.tag().name(), renaming.name());
    }

    public String getArticles() {
        return frame.say("rename.articles", opened.articles() + opened.binned());
    }

    /** What becomes of the addresses. */
    public String getAddresses() {
        var addresses = new Addresses("");
        return renaming.isMove() ? frame.say("rename.move", addresses.tag(renaming.from()), addresses.tag(renaming.to())) : frame.say("rename.stay", addresses.tag(renaming.to()));
    }

    /** What readers would miss then; empty if nothing. */
    public String getHiding() {
        return renaming.isMove() ? hiding.of(renaming.to()) : "";
    }

    public String getProblem() {
        return problem;
    }
}
