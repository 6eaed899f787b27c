package org.lectern.content.media;

import java.util.ArrayList;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Refusal;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;

/** Makes the smaller copies of pictures that came without: those of imports, and all of them after a release that makes them in another way. */
@ApplicationScoped
@Transactional
public class CopyMaking {

    @Inject
    MediaItems items;

    @Inject
    MediaStore store;

    @Inject
    Edition edition;

    /** Makes the copies of some pictures. @param most how many pictures; @return how many there were */
    public int make(int most) {
        var waiting = items.withoutCopies(Renditions.VERSION, Limit.of(most));
        var changes = new ArrayList<Change>();
        for (var media : waiting) {
            var picture = check(media);
            var copies = Renditions.of(picture);
            store.keepCopies(media.sha256(), copies);
            store.haveCopies(media.sha256(), picture);
            changes.add(new Change(Change.Kind.MEDIA, media.id()));       // also without copies: it may have had some, or another size
        }
        edition.advance(changes);
        return waiting.size();
    }

    /** Judges it anew: what came in under an older release may not come in any more, and is shown as it is. */
    private Picture check(Media media) {
        var bytes = store.read(media.sha256());
        try {
            return Picture.check(media.name(), bytes);
        } catch (Refusal refusal) {
            return new Picture(media.type(), media.width(), media.height(), 1, new byte[0]);
        }
    }
}
