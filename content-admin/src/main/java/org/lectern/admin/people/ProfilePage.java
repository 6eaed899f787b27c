package org.lectern.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.author.Author;
import org.lectern.content.people.Profiles;

/** How readers see the person who is signed in: the name under articles, and a short text. */
@Named
@RequestScoped
@DeskAddress(value = "/profile", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class ProfilePage extends DeskPage {

    private static final String VIEW = "people/profile";

    @Inject
    Frame frame;

    @Inject
    Profiles profiles;

    private String name = "";
    private String about = "";
    private int version;
    private boolean saved;
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        var found = profiles.own(frame.actor());
        if (found.isEmpty()) {
            return new Answer.Missing("profile.gone");
        }
        name = found.get().name();
        about = found.get().about().orElse("");
        version = found.get().version();
        saved = asked.field("done").equals("saved");
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        profiles.change(frame.actor(), asked.field("name"), asked.text("about"), asked.number("version").orElse(-1));
        return Answer.go("/admin/profile?done=saved");
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        name = asked.field("name");
        about = asked.text("about");
        version = asked.number("version").orElse(-1);
        problem = sentence;
        return Answer.show(VIEW);
    }

    public String getAddress() {
        return frame.address("/admin/profile");
    }

    public String getName() {
        return name;
    }

    public String getAbout() {
        return about;
    }

    public int getVersion() {
        return version;
    }

    public boolean isSaved() {
        return saved;
    }

    public String getProblem() {
        return problem;
    }

    public int getLongestName() {
        return Author.LONGEST_NAME;
    }

    public int getLongestAbout() {
        return Author.LONGEST_ABOUT;
    }
}
