package org.lectern.content.markdown;

import java.util.List;

/**
 * What readers see of a text.
 *
 * @param html    safe, valid inside {@code <article>}, its headings from level 2; addresses may be tokens of ours, to be resolved on output
 * @param excerpt safe, its headings from level 3, without ids; the token {@code article:self} in it stands for the article itself
 * @param more    whether the article holds more than the excerpt
 * @param outline the headings in order
 * @param words   of the whole text, by Unicode's word boundaries and dictionaries for scripts that write no spaces
 * @param text    the whole text without markup, a line for each block
 */
public record Rendering(String html, String excerpt, boolean more, List<Heading> outline, int words, String text) {

    public Rendering {
        outline = List.copyOf(outline);
    }
}
