package org.lectern.admin.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Frame;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.article.Revision;
import org.lectern.content.reading.Reading;
import org.lectern.content.writing.Writing;

/** Makes of a revision the page that readers would have seen. */
@RequestScoped
public class Pages {

    @Inject
    Frame frame;

    @Inject
    Writing writing;

    @Inject
    Reading reading;

    @Inject
    Archive archive;

    /** Safe HTML with its links found. @throws org.lectern.content.Refusal if the text cannot be rendered within today's bounds */
    public String html(Revision revision) {
        var addresses = new Addresses(frame.address(""));
        return reading.proof(archive.snapshot(), writing.proof(frame.actor(), revision.content()), addresses, file -> frame.address("/admin/media/" + file.key())).html();
    }
}
