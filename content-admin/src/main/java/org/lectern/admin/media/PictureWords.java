package org.lectern.admin.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.writing.Library;

/** Takes the {@code words} that a text has for the picture {@code key}: one that has none yet is offered with them from then on. */
@RequestScoped
@DeskAddress(value = "/media/words.json", roles = {Role.AUTHOR, Role.EDITOR})
public class PictureWords extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Library library;

    @Override
    public Answer show(Asked asked) {
        return new Answer.NotAllowed("POST");
    }

    @Override
    public Answer take(Asked asked) {
        library.word(frame.actor(), asked.field("key"), asked.text("words"));
        return Answer.json(JsonText.object().add("key", asked.field("key")).build().toString());
    }
}
