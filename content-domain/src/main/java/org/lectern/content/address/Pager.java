package org.lectern.content.address;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The links from one page of a list to the others: the first, the last, those around this one, and gaps between. */
public final class Pager {

    private final int page;
    private final int pages;
    private final IntFunction<String> address;

    /** @param page from 1 to {@code pages}; @param address of a page by its number */
    public Pager(int page, int pages, IntFunction<String> address) {
        this.page = page;
        this.pages = pages;
        this.address = address;
    }

    /** A page, or a gap that stands for several; a gap has no address. */
    public record Step(int number, String address, boolean current, boolean gap) {
    }

    public boolean isNeeded() {
        return pages > 1;
    }

    public List<Step> getSteps() {
        var steps = new ArrayList<Step>();
        var before = 0;
        for (var number : IntStream.of(1, page - 1, page, page + 1, pages).filter(it -> it >= 1 && it <= pages).distinct().sorted().toArray()) {
            if (number == before + 2) {
                steps.add(step(before + 1));       // a gap would be no shorter than the one page that it stands for
            } else if (number > before + 2) {
                steps.add(new Step(0, "", false, true));
            }
            steps.add(step(number));
            before = number;
        }
        return steps;
    }

    public boolean isFirst() {
        return page == 1;
    }

    public boolean isLast() {
        return page == pages;
    }

    /** The address of the page before this one, which is not the first. */
    public String getPrevious() {
        return address.apply(page - 1);
    }

    /** The address of the page behind this one, which is not the last. */
    public String getNext() {
        return address.apply(page + 1);
    }

    private Step step(int number) {
        return new Step(number, address.apply(number), number == page, false);
    }
}
