package org.lectern.content.reading;

import java.util.List;

import org.lectern.content.archive.ArticleRef;

/** Articles that are parts of one whole. @param parts those that readers see, the oldest first; at least two */
public record Series(String name, List<ArticleRef> parts) {
}
