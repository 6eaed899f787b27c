package org.lectern.content.archive;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * The tags that stand beside one tag, with how often they do, of those tags for which somebody has asked. Counting takes the longer the more articles a tag has; it is done anew only after
 * one of them has changed, and leaves the same object if nothing comes out but what was known.
 */
final class Companions {

    private final AtomicReferenceArray<Known> byTag;

    /** @param certain whether nothing has changed since */
    private record Known(long[] counts, boolean certain) {
    }

    /** @param tags how many there are */
    Companions(int tags) {
        byTag = new AtomicReferenceArray<>(tags);
    }

    /** @param counting is asked if nothing certain is known; two threads may both ask it, to the same end */
    long[] of(int tag, Supplier<long[]> counting) {
        var known = byTag.get(tag);
        if (known == null || !known.certain) {
            var counts = counting.get();
            known = new Known(known != null && Arrays.equals(known.counts, counts) ? known.counts : counts, true);
            byTag.set(tag, known);
        }
        return known.counts;
    }

    /** What stays true after articles with these tags have come or gone. */
    Companions after(Collection<Entry> changed) {
        var next = new Companions(byTag.length());
        for (var tag = 0; tag < byTag.length(); tag++) {
            next.byTag.setPlain(tag, byTag.get(tag));
        }
        changed.forEach(entry -> {
            for (var tag : entry.tags()) {
                var known = next.byTag.get(tag);
                if (known != null) {
                    next.byTag.set(tag, new Known(known.counts, false));
                }
            }
        });
        return next;
    }
}
