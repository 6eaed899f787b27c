package org.lectern.content.reading;

import java.util.List;

import org.lectern.content.address.Addresses;
import org.lectern.content.address.ShownPicture;
import org.lectern.content.media.MediaCopy;
import org.lectern.content.media.MediaFile;

/** A picture and its smaller copies, wherever they are shown. */
record StoredPicture(MediaFile file, List<MediaCopy> copies) {

    ShownPicture at(Addresses addresses) {
        return new ShownPicture(addresses.media(file.sha256(), file.name()), file.width(), file.height(),
                copies.stream().map(copy -> new ShownPicture.Copy(addresses.media(copy.sha256(), file.name()), copy.width())).toList());
    }
}
