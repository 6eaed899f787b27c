package org.lectern.admin.writing;

import java.util.List;

import org.lectern.content.writing.TextDiff;

/**
 * What two people did to the same article, for the second one to look at.
 *
 * @param who      saved first; @param own whether that is the second one too, in another window; @param when in words
 * @param theirs   what that person changed of the text that both had opened; @param mine what the second one typed
 * @param places   how many places of the merged text hold both texts
 * @param fields   which both changed, or one of them
 * @param theirText the whole text of the first; @param myText of the second, as it was sent
 */
public record Conflict(String who, boolean own, String when, List<TextDiff.Line> theirs, List<TextDiff.Line> mine, int places, List<Field> fields, String theirText, String myText) {

    /** A field besides the text. @param label in words; @param both whether each of the two changed it in another way */
    public record Field(String label, String base, String theirs, String mine, boolean both) {
    }
}
