package org.lectern.admin.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.media.MediaTaking;

/**
 * The bytes of a picture by its key, or of its smallest copy, for staff, whether or not readers see it. As a file to be kept, so that an SVG that is opened by itself
 * never acts as a page of ours.
 */
@RequestScoped
@DeskAddress(value = {"/media/{key}", "/media/{key}/small"}, roles = {Role.AUTHOR, Role.EDITOR})
public class PictureBytes extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    MediaTaking media;

    @Override
    public Answer show(Asked asked) {
        var file = asked.last().equals("small") ? media.thumbnail(frame.actor(), asked.word("key")) : media.file(frame.actor(), asked.word("key"));
        return file.isEmpty() ? Answer.missing() : new Answer.File(file.get().type(), file.get().key(), out -> media.write(frame.actor(), file.get(), out));
    }
}
