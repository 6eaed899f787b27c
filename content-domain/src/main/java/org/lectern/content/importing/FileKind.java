package org.lectern.content.importing;

import java.util.regex.Pattern;

/** What the name of a file tells before anybody opens it. */
enum FileKind {

    /** Markdown. */
    TEXT,
    PICTURE,
    /** JSON that by its name says something of all articles of its folder, as Eleventy has it. */
    DATA,
    /** None of these; passed over. */
    OTHER,
    /** What systems and tools leave behind: ignored without a word. */
    JUNK,
    /** No path within a folder: absolute, with {@code ..}, a backslash or a control character. */
    UNSAFE;

    private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(md|markdown|mkd)");
    private static final Pattern PICTURE_NAME = Pattern.compile("(?i).*\\.(png|jpe?g|jpe|jfif|gif|webp|svg|avif|ico|bmp|tiff?|heic)");
    private static final Pattern DATA_NAME = Pattern.compile("(?:.*/)?([^/]+)/\\1(?:\\.11tydata)?\\.json");
    private static final Pattern LEFT_BEHIND = Pattern.compile("(^|.*/)(\\.[^/]+|__MACOSX|node_modules|Thumbs\\.db|desktop\\.ini)(/.*|$)");
    private static final Pattern NO_PATH = Pattern.compile(".*[\\\\\\p{Cntrl}].*|/.*|[A-Za-z]:.*|(.*/)?\\.{1,2}(/.*)?|.*//.*", Pattern.DOTALL);

    static FileKind of(String path) {
        if (NO_PATH.matcher(path).matches()) {
            return UNSAFE;
        }
        if (LEFT_BEHIND.matcher(path).matches()) {
            return JUNK;
        }
        if (MARKDOWN.matcher(path).matches()) {
            return TEXT;
        }
        return PICTURE_NAME.matcher(path).matches() ? PICTURE : DATA_NAME.matcher(path).matches() ? DATA : OTHER;
    }
}
