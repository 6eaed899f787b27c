package org.lectern.admin.media;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.media.MediaFile;
import org.lectern.content.media.MediaTaking;

/**
 * The bytes of a picture by its key, of its smallest copy, or those that it had before, for staff, whether or not readers see it. As a file to be kept, so that an SVG that is opened by itself
 * never acts as a page of ours.
 */
@RequestScoped
@DeskAddress(value = {"/media/{key}", "/media/{key}/small", "/media/{key}/before/{hash}"}, roles = {Role.AUTHOR, Role.EDITOR})
public class PictureBytes extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    MediaTaking media;

    @Override
    public Answer show(Asked asked) {
        var file = file(asked);
        return file.isEmpty() ? Answer.missing() : new Answer.File(file.get().type(), file.get().key(), out -> media.write(frame.actor(), file.get(), out));
    }

    private Optional<MediaFile> file(Asked asked) {
        var key = asked.word("key");
        if (asked.word("hash") != null) {
            return media.before(frame.actor(), key, asked.word("hash"));
        }
        return asked.last().equals("small") ? media.thumbnail(frame.actor(), key) : media.file(frame.actor(), key);
    }
}
