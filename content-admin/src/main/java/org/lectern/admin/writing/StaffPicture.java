package org.lectern.admin.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.media.MediaTaking;

/** The bytes of a picture by its key, for staff, whether or not readers see it. As a file to be kept, so that an SVG that is opened by itself never acts as a page of ours. */
@RequestScoped
@DeskAddress(value = "/media/{key}", roles = {Role.AUTHOR, Role.EDITOR})
public class StaffPicture extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    MediaTaking media;

    @Override
    public Answer show(Asked asked) {
        var file = media.file(frame.actor(), asked.word("key"));
        return file.isEmpty() ? Answer.missing() : new Answer.File(file.get().type(), file.get().key(), out -> media.write(frame.actor(), file.get(), out));
    }
}
