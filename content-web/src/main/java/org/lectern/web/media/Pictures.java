package org.lectern.web.media;

import java.io.IOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.media.MediaFile;
import org.lectern.content.media.MediaStore;

/** Sends pictures. Their address holds the hash of their bytes, so that they may be kept for ever; their policy keeps an SVG from acting as a page of ours. */
@ApplicationScoped
public class Pictures {

    @Inject
    MediaStore store;

    /** @param found the picture, if whoever asks may see it; @return whether there was one */
    public boolean send(Optional<MediaFile> found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (found.isEmpty()) {
            return false;
        }
        var picture = found.get();
        var tag = "\"" + picture.sha256() + "\"";
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        response.setHeader("ETag", tag);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        response.setContentType(picture.type());
        response.setContentLengthLong(picture.bytes());
        if (!request.getMethod().equals("HEAD")) {
            store.write(picture.sha256(), response.getOutputStream());
        }
        return true;
    }
}
