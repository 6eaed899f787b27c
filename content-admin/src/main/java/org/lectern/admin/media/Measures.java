package org.lectern.admin.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Frame;
import org.lectern.content.media.PictureType;

/** How large a picture is, in words. */
@RequestScoped
public class Measures {

    private static final int KB = 1024;

    @Inject
    Frame frame;

    /** {@code 640 × 480}; empty for a drawing that has no size of its own. */
    String pixels(int width, int height) {
        return width == 0 || height == 0 ? "" : frame.say("media.pixels", width, height);
    }

    /** {@code 312 KB}, {@code 4.1 MB}. */
    String bytes(long bytes) {
        return bytes < (long) KB * KB ? frame.say("media.kilobytes", Math.max(1, (bytes + KB / 2) / KB)) : frame.say("media.megabytes", (double) bytes / KB / KB);
    }

    static String type(PictureType type) {
        return type == PictureType.WEBP ? "WebP" : type.name();
    }
}
