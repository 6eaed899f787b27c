package org.lectern.content.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Racing;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;

/** Takes pictures from staff and shows them to staff. Readers see one as soon as an article that they see shows it. */
@ApplicationScoped
@Transactional
public class MediaTaking {

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
     * @throws org.lectern.content.Refusal as {@link Picture#check}, or if these bytes were taken down
     */
    @Racing
    public String take(Actor actor, String name, byte[] bytes) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var media = store.bring(actor.account(), name, bytes);
        audit.write(actor, Action.PICTURE_ADDED, "media", media.id(), media.name());
        return media.key();
    }

    /** The bytes of a picture. What is taken down is there for editors and for whoever brought it, who may put it back. @param key as texts write it */
    public Optional<MediaFile> file(Actor actor, String key) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return items.keyed(key).filter(media -> !media.isTakenDown() || actor.is(Role.EDITOR) || media.addedBy().equals(Optional.of(actor.account()))).map(Media::file);
    }

    /** The smallest copy of a picture, for lists; the picture itself if it has none. */
    public Optional<MediaFile> thumbnail(Actor actor, String key) {
        return file(actor, key).map(store::smallest);
    }

    /** Bytes that a picture had before it was replaced. @param sha256 of them; empty if the picture never had such, or they were taken down */
    public Optional<MediaFile> before(Actor actor, String key, String sha256) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return items.keyed(key).filter(media -> !media.isTakenDown() && store.before(media).contains(sha256)).map(media -> store.before(media, sha256));
    }

    public void write(Actor actor, MediaFile file, OutputStream out) throws IOException {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        store.write(file.sha256(), out);
    }
}
