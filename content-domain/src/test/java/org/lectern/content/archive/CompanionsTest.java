package org.lectern.content.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class CompanionsTest {

    private static final int JAVA = 0;
    private static final int KAFKA = 1;
    private static final Entry IN_JAVA = new Entry(1, "leases", "Leases", Instant.EPOCH, Instant.MAX, "en", 0, new int[] {JAVA}, Entry.UNWEIGHTED);

    private final AtomicInteger counted = new AtomicInteger();
    private final Companions companions = new Companions(2);

    @Test
    void a_tag_is_counted_again_only_after_one_of_its_articles_has_changed() {
        ask(companions, JAVA, 7);
        ask(companions, KAFKA, 8);
        var later = companions.after(List.of(IN_JAVA));

        assertArrayEquals(new long[] {8}, ask(later, KAFKA, 80));
        assertArrayEquals(new long[] {70}, ask(later, JAVA, 70));
        assertArrayEquals(new long[] {70}, ask(later, JAVA, 700));
        assertEquals(3, counted.get());
    }

    @Test
    void counts_that_come_out_as_before_are_the_same_object() {
        var before = ask(companions, JAVA, 7);
        var later = companions.after(List.of(IN_JAVA)).after(List.of(IN_JAVA));

        assertSame(before, ask(later, JAVA, 7));
        assertSame(before, ask(later, JAVA, 0));
        assertEquals(2, counted.get());
    }

    private long[] ask(Companions companions, int tag, long count) {
        return companions.of(tag, () -> {
            counted.incrementAndGet();
            return new long[] {count};
        });
    }
}
