package org.lectern.content.archive;

import java.util.List;

/**
 * One page of a list of articles.
 *
 * @param total of all pages together
 * @param page from 1
 * @param pages at least 1, for an empty list has one empty page
 * @param ids of the articles of this page, in order
 */
public record ArchivePage(int total, int page, int pages, List<Long> ids) {

    public ArchivePage {
        ids = List.copyOf(ids);
    }
}
