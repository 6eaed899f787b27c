package org.lectern.content.archive;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/** How titles and names stand in order on every node, whatever its locale: by the root collation without regard to case, then by the characters. */
public final class Words {

    public static final Comparator<String> ORDER = collation().thenComparing(Comparator.naturalOrder());

    private Words() {
    }

    private static Comparator<String> collation() {
        var collator = Collator.getInstance(ULocale.ROOT);
        collator.setStrength(Collator.SECONDARY);
        return collator.freeze()::compare;       // frozen, it may be used by many threads
    }
}
