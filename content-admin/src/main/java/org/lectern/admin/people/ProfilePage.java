package org.lectern.admin.people;

import java.io.IOException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.media.BroughtPicture;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.author.Author;
import org.lectern.content.people.Profiles;
import org.lectern.content.settings.Settings;

/** How readers see the person who is signed in: the name under articles, a portrait, and a short text. */
@Named
@RequestScoped
@DeskAddress(value = "/profile", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class ProfilePage extends DeskPage {

    private static final String VIEW = "people/profile";

    @Inject
    Frame frame;

    @Inject
    Profiles profiles;

    @Inject
    Settings settings;

    private String name = "";
    private String about = "";
    private int version;
    private boolean portrayed;
    private boolean saved;
    private String problem = "";

    @Override
    public Answer show(Asked asked) {
        var found = profiles.own(frame.actor());
        if (found.isEmpty()) {
            return new Answer.Missing("profile.gone");
        }
        load(found.get());
        saved = asked.field("done").equals("saved");
        return Answer.show(VIEW);
    }

    private void load(Author author) {
        name = author.name();
        about = author.about().orElse("");
        version = author.version();
        portrayed = profiles.portrait(frame.actor()).isPresent();
    }

    @Override
    public Answer take(Asked asked) throws IOException {
        var seen = asked.number("version").orElse(-1);
        switch (asked.field("do")) {
            case "portray" -> {
                var picture = BroughtPicture.of(asked.file("portrait").orElseThrow(() -> new Refusal("picture.missing")), settings.importPictureMegabytes());
                profiles.portray(frame.actor(), picture.name(), picture.bytes(), seen);
            }
            case "remove-portrait" -> profiles.removePortrait(frame.actor(), seen);
            default -> profiles.change(frame.actor(), asked.field("name"), asked.text("about"), seen);
        }
        return Answer.go("/admin/profile?done=saved");
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return switch (refusal.key().replaceFirst("\\.[a-z]+$", "")) {
            case "author.name" -> "name";
            case "author.about" -> "about";
            case "picture" -> "portrait";
            default -> "";
        };
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        profiles.own(frame.actor()).ifPresent(this::load);
        if (asked.has("name")) {
            name = asked.field("name");
            about = asked.text("about");
            version = asked.number("version").orElse(-1);
        }
        problem = sentence;
        return Answer.show(VIEW);
    }

    public boolean isPortrayed() {
        return portrayed;
    }

    /** The address of the portrait, for this person; it changes with the profile, so that browsers show no old one. */
    public String getPortrait() {
        return frame.address("/admin/profile/portrait?of=" + version);
    }

    public int getMostMegabytes() {
        return settings.importPictureMegabytes();
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
