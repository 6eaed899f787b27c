package org.lectern.content.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.author.Author;
import org.lectern.content.author.Readership;

/** Readers meet those under whose names something is published. Works inside the caller's transaction. */
@ApplicationScoped
class PublishedReadership implements Readership {

    @Inject
    Articles articles;

    @Override
    public boolean has(Author author) {
        return articles.countPublishedUnder(author.id()) > 0;
    }
}
