package org.lectern.admin.media;

import java.util.Optional;

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
import org.lectern.content.writing.PictureFilter;

/** Pictures of the library with the words {@code q} in their names or in what is said of them, the newest first, to be put into a text with the words that they are offered. */
@RequestScoped
@DeskAddress(value = "/media/find.json", roles = {Role.AUTHOR, Role.EDITOR})
public class FindPicture extends DeskPage {

    private static final int MOST = 12;

    @Inject
    Frame frame;

    @Inject
    Library library;

    @Override
    public Answer show(Asked asked) {
        var found = JsonText.array();
        library.find(frame.actor(), new PictureFilter(asked.field("q").replace("\u0000", ""), Optional.empty(), false, false), 1, MOST).lines()
                .forEach(line -> found.add(JsonText.object().add("key", line.key()).add("name", line.name()).add("alt", line.alt()).add("small", frame.address("/admin/media/" + line.key() + "/small"))));
        return Answer.json(JsonText.object().add("found", found).build().toString());
    }
}
