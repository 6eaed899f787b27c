package org.lectern.content.reading;

import org.lectern.content.media.MediaFile;

/** What readers find at the address of a picture. */
public sealed interface PictureAnswer {

    /** The picture, or a smaller copy of it. */
    record Here(MediaFile file) implements PictureAnswer {
    }

    /** The picture has other bytes now, at another address. */
    record Moved(MediaFile now) implements PictureAnswer {
    }

    /** It was taken down. */
    record Gone() implements PictureAnswer {
    }

    /** There is none, or none that readers may see. */
    record Nothing() implements PictureAnswer {
    }
}
