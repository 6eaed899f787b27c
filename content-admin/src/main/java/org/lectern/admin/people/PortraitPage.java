package org.lectern.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.people.Profiles;

/** The bytes of the own portrait, whether or not readers see it. */
@RequestScoped
@DeskAddress(value = "/profile/portrait", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class PortraitPage extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Profiles profiles;

    @Override
    public Answer show(Asked asked) {
        return profiles.portrait(frame.actor()).<Answer>map(file -> new Answer.File(file.type(), file.key(), out -> profiles.writePortrait(frame.actor(), out))).orElseGet(Answer::missing);
    }
}
