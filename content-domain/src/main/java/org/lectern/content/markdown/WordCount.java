package org.lectern.content.markdown;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Counts words by Unicode's boundaries, and by ICU's dictionaries where a script writes no spaces. Not thread-safe: one for each rendering. */
final class WordCount {

    private final BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);

    int of(String text) {
        boundaries.setText(text);
        int words = 0;
        while (boundaries.next() != BreakIterator.DONE) {
            if (boundaries.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words++;
            }
        }
        return words;
    }
}
