package org.lectern.content.markdown;

import java.util.Locale;
import java.util.Optional;

import org.lectern.content.Refusal;
import org.lectern.content.Texts;

/** Texts and renderings for tests. */
final class SomeMarkdown {

    private SomeMarkdown() {
    }

    static Rendering rendered(String source) {
        return MarkdownText.parse(source).render(Optional.empty(), SomeMarkdown::asWritten);
    }

    static String html(String source) {
        return rendered(source).html();
    }

    static String excerpt(String source) {
        return rendered(source).excerpt();
    }

    /** Links lead where they say; pictures of ours are 640 by 200, those of other hosts become links. */
    static Target asWritten(Use use) {
        if (use.picture() && !use.destination().contains("//")) {
            return new Target.Picture("media:" + use.destination(), 640, 200);
        }
        return new Target.Link(use.destination());
    }

    /** That many words, each one of its own: {@code a1 a2 a3}. */
    static String words(String stem, int count) {
        var words = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            words.append(i == 1 ? "" : " ").append(stem).append(i);
        }
        return words.toString();
    }

    static String english(Refusal refusal) {
        return refusal.in(Texts.in(Locale.ENGLISH));
    }
}
