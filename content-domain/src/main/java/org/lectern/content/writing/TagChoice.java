package org.lectern.content.writing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.TagCount;

/** The tags that readers see, for somebody who types one: how it may go on, and what was perhaps meant. */
@ApplicationScoped
public class TagChoice {

    /** How many tags are told that were perhaps meant. */
    private static final int MOST_NEAR = 3;

    @Inject
    Archive archive;

    /** The tags whose names, or words of them, begin so: what is typed in full first, then the fullest. Nothing typed: the fullest tags. */
    public List<TagCount> completions(Actor actor, String typed, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var begun = typed.strip().toLowerCase(Locale.ROOT);
        var slug = Slug.from(typed.strip());
        return archive.snapshot().tagsByCount().stream().filter(tag -> tag.slug().equals(slug) || (" " + tag.name().toLowerCase(Locale.ROOT).replace('-', ' ')).contains(" " + begun.replace('-', ' ')))
                .sorted(Comparator.comparing((TagCount tag) -> !tag.slug().equals(slug))).limit(most).toList();
    }

    /**
     * The tags that somebody has perhaps meant who typed a new one: the same but for hyphens, dots, spaces or a plural, or one slip of the finger away, two in a
     * longer word. None if what was typed is a tag, or begins one.
     */
    public List<TagCount> near(Actor actor, String typed) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var snapshot = archive.snapshot();
        if (typed.isBlank() || snapshot.tag(Slug.from(typed)).isPresent()) {
            return List.of();
        }
        var wanted = bare(typed);
        return snapshot.tagsByCount().stream().filter(tag -> isNear(wanted, bare(tag.name()))).sorted(Comparator.comparingInt((TagCount tag) -> slips(wanted, bare(tag.name())))).limit(MOST_NEAR).toList();
    }

    static boolean isNear(String wanted, String known) {
        if (wanted.equals(known) || wanted.equals(known + "s") || known.equals(wanted + "s")) {
            return true;
        }
        var allowed = Math.min(wanted.length(), known.length()) >= 8 ? 2 : Math.min(wanted.length(), known.length()) >= 4 ? 1 : 0;
        return Math.abs(wanted.length() - known.length()) <= allowed && slips(wanted, known) <= allowed;
    }

    /** Letters and digits alone, and what tells one language from another: {@code c++}, {@code c#}. */
    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]", "");
    }

    /** How many letters have to be put in, left out, replaced or swapped with the next one to make one of the other. */
    static int slips(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                rows[i][j] = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
