package org.lectern.admin.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.lectern.content.tag.TagKeeping;
import org.lectern.content.writing.TagChoice;

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

    @Inject
    TagChoice choice;

    private String name = "";
    private String problem = "";
    private List<Near> near = List.of();

    /** A known tag that was perhaps meant. @param address where it is found at the desk */
    public record Near(String address, String name, String sentence) {
    }

    @Override
    public Answer show(Asked asked) {
        name = asked.field("name");
        return Answer.show(VIEW);
    }

    /** A name that is nearly that of a known tag is created once that was said. */
    @Override
    public Answer take(Asked asked) {
        name = asked.field("name");
        if (!asked.field("seen").equals(name)) {
            near = choice.near(frame.actor(), name).stream().map(tag -> new Near(frame.address("/admin/tags?q=" + URLEncoder.encode(tag.name(), StandardCharsets.UTF_8)), tag.name(),
                    frame.say("editor.tag.near", name, tag.name(), tag.count()))).toList();
        }
        if (!near.isEmpty()) {
            return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
        }
        return Answer.go("/admin/tags/" + tagKeeping.create(frame.actor(), name) + "?done=created");
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

    public List<Near> getNear() {
        return near;
    }

    public String getName() {
        return name;
    }

    public String getProblem() {
        return problem;
    }
}
