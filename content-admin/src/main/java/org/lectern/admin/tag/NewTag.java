package org.lectern.admin.tag;

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
import org.lectern.content.tag.TagKeeping;

/** The page {@code /admin/tags/new}, on which a tag is created. */
@Named
@RequestScoped
@DeskAddress(value = "/tags/new", roles = Role.EDITOR)
public class NewTag extends DeskPage {

    private static final String VIEW = "tag/new";

    @Inject
    Frame frame;

    @Inject
    TagKeeping tagKeeping;

    private String name = "";
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        name = asked.field("name");
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        return Answer.go("/admin/tags/" + tagKeeping.create(frame.actor(), asked.field("name")) + "?done=created");
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return "name";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        name = asked.field("name");
        problem = sentence;
        return Answer.show(VIEW);
    }

    public String getName() {
        return name;
    }

    public String getProblem() {
        return problem;
    }
}
