package org.lectern.content.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.lectern.content.Refusal;
import org.lectern.content.Sha256;
import org.lectern.content.media.Picture;

/** The pictures of a source that may come in: those of its folder that are what they say, and those that stand in its texts. */
final class SourcePictures {

    private final SourceFolder folder;
    private final TreeSet<String> paths = new TreeSet<>();
    private final Map<String, byte[]> fromTexts = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private SourcePictures(SourceFolder folder) {
        this.folder = folder;
    }

    /** Looks at every picture of the folder; those that may not come in are remarked. */
    static SourcePictures of(SourceFolder folder) throws IOException {
        var pictures = new SourcePictures(folder);
        for (var path : folder.pictures()) {
            try {
                Picture.check(path, folder.bytes(path));
                pictures.paths.add(path);
            } catch (Refusal refusal) {
                pictures.remarks.add(Remark.refused(path, 0, refusal.key(), refusal.values().toArray()));
            }
        }
        return pictures;
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** Takes in the bytes of a picture that stands in a text. @return the path that it is found by from now on; empty if they are no picture */
    Optional<String> add(byte[] bytes) {
        try {
            var picture = Picture.check("picture", bytes);
            var path = "data/" + Sha256.of(bytes).substring(0, 16) + "." + picture.type().ending();
            fromTexts.put(path, bytes);
            paths.add(path);
            return Optional.of(path);
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    /** The picture itself, cleaned. */
    Picture picture(String path) throws IOException {
        return Picture.check(path, fromTexts.containsKey(path) ? fromTexts.get(path) : folder.bytes(path));
    }
}
