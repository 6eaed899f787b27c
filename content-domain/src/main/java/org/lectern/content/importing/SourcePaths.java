package org.lectern.content.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a source, found in the loose ways in which {@code post_url}, {@code link}, {@code ref} and {@code relref} name them. */
final class SourcePaths {

    private static final String MARKDOWN_ENDING = "(?i)\\.(md|markdown|mkd)$";

    private final Set<String> all = new HashSet<>();
    private final Map<String, List<String>> byStem = new HashMap<>();

    SourcePaths(Set<String> texts, Set<String> pictures) {
        all.addAll(texts);
        all.addAll(pictures);
        for (var path : texts) {
            byStem.computeIfAbsent(lastSegment(stem(path)), stem -> new ArrayList<>()).add(path);
        }
    }

    /** What Jekyll's {@code post_url} names: {@code 2019-10-16-title} or {@code folder/2019-10-16-title}. */
    Optional<String> post(String name) {
        var wanted = "/" + strip(name.replaceAll(MARKDOWN_ENDING, ""));
        return byStem.getOrDefault(lastSegment(wanted), List.of()).stream()
                .filter(path -> ("/" + stem(path)).endsWith(wanted) || ("/" + stem(path).replace("_posts/", "")).endsWith(wanted)).findFirst();
    }

    /** What Hugo's {@code ref} names from this file: an absolute or relative path with or without ending, or a name that only one file has. */
    Optional<String> reference(String name, String from) {
        if (name.startsWith("/")) {
            return file(strip(name)).or(() -> file("content/" + strip(name)));
        }
        var relative = file(resolve(folder(from), name)).or(() -> file(strip(name))).or(() -> file("content/" + strip(name)));
        if (relative.isPresent()) {
            return relative;
        }
        var wanted = "/" + strip(name.replaceAll(MARKDOWN_ENDING, ""));
        var found = byStem.getOrDefault(lastSegment(wanted), List.of()).stream().filter(path -> ("/" + stem(path)).endsWith(wanted)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<String> file(String path) {
        for (var candidate : List.of(path, path + ".md", path + ".markdown", path + ".mkd", path + "/index.md")) {
            if (all.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The path without its ending, and for a page bundle the path of its folder. */
    static String stem(String path) {
        return path.replaceAll(MARKDOWN_ENDING, "").replaceAll("/index$", "");
    }

    static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of a post without date and ending: {@code x} of {@code _posts/2019-02-1-x.md} and of {@code posts/x/index.md}. */
    static String nameOf(String path) {
        var name = lastSegment(stem(path));
        return SourceDates.named(name).map(Map.Entry::getValue).orElse(name);
    }

    /** A relative path made absolute within the source, without a slash at its ends; {@code ..} stops at the top, as in addresses. */
    static String resolve(String folder, String relative) {
        var segments = new ArrayList<String>();
        for (var segment : ((relative.startsWith("/") ? "" : folder) + "/" + relative).split("/")) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    /** The destination that names a file of the source beyond doubt: {@code source:/posts/x%20y.md}. */
    static String destination(String path) {
        return "source:/" + PercentEncoding.encode(strip(path));
    }

    /** As it is compared where letters may be of either case. */
    static String fold(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The folder of a path, with a slash at its end; empty for the top. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Without slashes and white space at its ends. */
    static String strip(String path) {
        return path.strip().replaceAll("^/+|(?<!/)/+$", "");
    }
}
