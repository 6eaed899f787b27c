package org.lectern.content.importing;

import java.util.Comparator;
import java.util.List;

import org.lectern.content.Texts;

/**
 * Something about a file of a source, or about the source, that a person should know.
 *
 * @param kind what became of the file, or of the place in it
 * @param path the file; empty where all files are meant
 * @param line the line in the file as its author sees it, from 1; 0 where the whole file is meant
 * @param key of the reason's sentence in {@code org.lectern.content.texts}
 * @param values of the sentence, by position
 */
public record Remark(Kind kind, String path, int line, String key, List<Object> values) {

    /** As a person reads a source. */
    static final Comparator<Remark> BY_PLACE = Comparator.comparing(Remark::path).thenComparingInt(Remark::line);

    /** What became of it. */
    public enum Kind {
        /** The file does not come in. */
        REFUSED,
        /** The file was not meant to come in: no front matter, or a section's page. */
        SKIPPED,
        /** The file comes in; this place in it was dropped or stays as it was written. */
        NOTED
    }

    public Remark {
        values = List.copyOf(values);
    }

    static Remark refused(String path, int line, String key, Object... values) {
        return new Remark(Kind.REFUSED, path, line, key, List.of(values));
    }

    static Remark skipped(String path, String key, Object... values) {
        return new Remark(Kind.SKIPPED, path, 0, key, List.of(values));
    }

    static Remark noted(String path, int line, String key, Object... values) {
        return new Remark(Kind.NOTED, path, line, key, List.of(values));
    }

    /** An old address that cannot lead to the file's article. @param why the key of the refusal */
    static Remark leftOut(String path, PlannedArticle.Alias alias, String why) {
        return noted(path, alias.line(), "import." + why, alias.address().path());
    }

    /** The reason as a sentence, without file and line. */
    public String in(Texts texts) {
        return texts.say(key, values.toArray());
    }
}
