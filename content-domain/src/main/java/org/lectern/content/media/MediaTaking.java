package org.lectern.content.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;

/** Takes pictures from staff and shows them to staff. Readers see one as soon as an article that they see shows it. */
@ApplicationScoped
@Transactional
public class MediaTaking {

    /** Where pictures of staff come from, as imports name their sources. Their paths begin with a random word, so that an import of this name does not meet them. */
    private static final String DESK = "desk";
    private static final int LONGEST_NAME = 200;

    @Inject
    MediaStore store;

    @Inject
    MediaItems items;

    @Inject
    Audit audit;

    /**
     * Takes a file, judged by its content and freed of what it tells of place, person and device.
     *
     * @param name of the file, for people
     * @return the key by which texts name it
     * @throws org.lectern.content.Refusal as {@link Picture#check}
     */
    public String take(Actor actor, String name, byte[] bytes) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var picture = Picture.check(name, bytes);
        var path = UUID.randomUUID() + "/" + fileName(name, picture.type());
        store.take(DESK, path, picture);
        audit.write(actor, Action.PICTURE_ADDED, "media", null, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        return MediaStore.keyOf(DESK, path);
    }

    /** @param key as texts write it */
    public Optional<MediaFile> file(Actor actor, String key) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return items.files(List.of(key)).stream().findFirst();
    }

    public void write(Actor actor, MediaFile file, OutputStream out) throws IOException {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        store.write(file.sha256(), out);
    }

    /** The name in the picture's public address: letters, digits and hyphens of the file's own, and the ending of what it really is. */
    static String fileName(String name, PictureType type) {
        var dot = name.lastIndexOf('.');
        var stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        return (stem.isEmpty() ? "picture" : stem.length() > 80 ? stem.substring(0, 80) : stem) + "." + type.ending();
    }
}
