package org.lectern.admin.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

import org.lectern.content.Actor;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.Proof;
import org.lectern.content.article.Revision;
import org.lectern.content.reading.Reading;
import org.lectern.content.writing.Writing;

/** Texts as readers would see them, for staff: pictures that no visible article shows come from an address of the desk. */
@ApplicationScoped
public class Proofs {

    @Inject
    Writing writing;

    @Inject
    Reading reading;

    @Inject
    Archive archive;

    @Inject
    ServletContext context;

    /** @throws org.lectern.content.Refusal if it cannot be rendered within the bounds */
    public Proof of(Actor actor, ArticleContent content) {
        var root = context.getContextPath();
        return reading.proof(archive.snapshot(), writing.proof(actor, content), new Addresses(root), picture -> root + "/admin/media/" + picture.key());
    }

    /** A revision as the page that readers would have seen. @throws org.lectern.content.Refusal if it cannot be rendered within today's bounds */
    public String html(Actor actor, Revision revision) {
        return of(actor, revision.content()).html();
    }
}
