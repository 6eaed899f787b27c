package org.lectern.content.markdown;

/**
 * The few words that rendering adds to an article, in the language of its readers.
 *
 * @param noteMark    accessible name of a footnote's mark; {@code {0}} stands for the number
 * @param back        accessible name of the link from a footnote to its mark
 * @param notes       name of the footnotes' section
 * @param anchor      accessible name of the link beside a heading
 * @param done        accessible name of a ticked task
 * @param open        accessible name of a task that is not ticked
 * @param picture     stands for a picture or link that has no text at all
 * @param note        label of a remark of that kind, likewise the next four
 */
public record Words(String noteMark, String back, String notes, String anchor, String done, String open, String picture,
        String note, String tip, String important, String warning, String caution) {

    public static final Words ENGLISH = new Words("Note {0}", "Back to the text", "Notes", "Link to this section", "Done", "Not done", "Picture",
            "Note.", "Tip.", "Important.", "Warning.", "Caution.");
}
