package org.lectern.admin.media;

import java.io.IOException;

import jakarta.servlet.http.Part;

import org.lectern.admin.frame.Asked;
import org.lectern.content.Refusal;

/** A file of a form that should be a picture, read within the bound. Nobody has judged it yet. */
public record BroughtPicture(String name, byte[] bytes) {

    /** @param mostMegabytes the setting @throws Refusal if it is larger */
    public static BroughtPicture of(Part file, int mostMegabytes) throws IOException {
        var name = Asked.nameOf(file);
        var most = mostMegabytes << 20;
        if (file.getSize() > most) {
            throw new Refusal("picture.large", name, mostMegabytes);
        }
        try (var in = file.getInputStream()) {
            return new BroughtPicture(name, in.readNBytes(most));
        }
    }
}
