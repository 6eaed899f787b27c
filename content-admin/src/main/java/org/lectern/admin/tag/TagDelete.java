package org.lectern.admin.tag;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.listing.ListAddress;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.writing.Curating;

/** The page {@code /admin/tags/{id}/delete}, which says what deleting a tag means, and whether it can be. */
@Named
@RequestScoped
@DeskAddress(value = "/tags/{id}/delete", roles = Role.EDITOR)
public class TagDelete extends DeskPage {

    private static final String VIEW = "tag/delete";

    @Inject
    Frame frame;

    @Inject
    Curating curating;

    private Curating.Opened opened;
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        var id = asked.id("id");
        if (id.isEmpty()) {
            return new Answer.Missing("tag.missing");
        }
        opened = curating.open(frame.actor(), id.get());
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        curating.delete(frame.actor(), asked.id("id").orElseThrow(() -> new Refusal("tag.gone")), asked.number("version").orElse(-1));
        return Answer.go("/admin/tags?done=deleted");
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        problem = sentence;
        return show(asked);
    }

    public String getHeading() {
        return frame.say("delete.title", opened.tag().name());
    }

    public boolean isPossible() {
        return opened.isUnused();
    }

    /** What would be lost, or why it cannot be. */
    public String getConsequence() {
        return isPossible() ? frame.say("delete.consequence", opened.tag().name(), opened.aliases().size()) : frame.say("delete.used", opened.articles(), opened.binned());
    }

    /** Whether a description goes with it. */
    public boolean isDescribed() {
        return opened.tag().description().isPresent();
    }

    public String getDescription() {
        return opened.tag().description().orElse("");
    }

    public String getAddress() {
        return frame.address("/admin/tags/" + opened.tag().id() + "/delete");
    }

    public String getTagAddress() {
        return frame.address("/admin/tags/" + opened.tag().id());
    }

    public String getArticlesAddress() {
        return list().toString();
    }

    public String getBinnedAddress() {
        return list().with("status", "binned").toString();
    }

    private ListAddress list() {
        return new ListAddress(frame.address("/admin/articles")).with("tag", opened.tag().slug().value());
    }

    public int getVersion() {
        return opened.tag().version();
    }

    public String getProblem() {
        return problem;
    }
}
