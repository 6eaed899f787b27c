package org.lectern.content.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.lectern.content.Refusal;

/**
 * What Eleventy's data files say of all articles below their folder, {@code posts/posts.json} and {@code posts/posts.11tydata.json}. The nearest to an article, and of two
 * in one folder the second, goes before the others; what the article says itself goes before them all.
 */
final class DirectoryData {

    private static final Pattern PROGRAM = Pattern.compile(".*\\.11tydata\\.[cm]?js");

    private final Map<String, FrontMatter> byFolder = new HashMap<>();

    private DirectoryData() {
    }

    /** @param remarks takes the files that cannot be read */
    static DirectoryData of(SourceFolder folder, List<Remark> remarks) throws IOException {
        var data = new DirectoryData();
        for (var path : folder.data()) {        // in the order of their names: x.11tydata.json, then x.json
            try {
                FrontMatterParser.parse(SourceText.of(folder.bytes(path)).strip()).ifPresent(fields -> data.byFolder.merge(SourcePaths.folder(path), fields, FrontMatter::within));
            } catch (Fault fault) {
                remarks.add(fault.at(path));
            } catch (Refusal refusal) {
                remarks.add(Remark.refused(path, 0, refusal.key(), refusal.values().toArray()));
            }
        }
        folder.others().stream().filter(PROGRAM.asMatchPredicate()).forEach(path -> remarks.add(Remark.skipped(path, "import.skipped.program")));
        return data;
    }

    /** The front matter of the file at this path, with what its folders say. */
    FrontMatter around(String path, FrontMatter front) {
        var all = front;
        for (var folder = SourcePaths.folder(path);; folder = SourcePaths.folder(folder.substring(0, folder.length() - 1))) {
            var said = Optional.ofNullable(byFolder.get(folder));
            all = said.isPresent() ? all.within(said.get()) : all;
            if (folder.isEmpty()) {
                return all;
            }
        }
    }
}
