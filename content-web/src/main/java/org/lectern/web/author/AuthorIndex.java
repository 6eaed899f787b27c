package org.lectern.web.author;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.reading.AuthorCount;
import org.lectern.content.reading.Reading;
import org.lectern.web.site.Site;

/** The page {@code /authors/}: everybody of whom readers see an article, by name. */
@Named
@RequestScoped
public class AuthorIndex {

    @Inject
    Site site;

    @Inject
    Reading reading;

    private List<AuthorCount> authors;

    public void load() {
        authors = reading.authors(site.snapshot(), site.addresses());
    }

    public List<AuthorCount> getAuthors() {
        return authors;
    }

    public String getLinkedData() {
        return site.listData(site.texts().say("authors.heading"), site.texts().say("authors.description", site.getName()), getCanonical(), authors.size());
    }

    public String getCanonical() {
        return site.absolute(site.addresses().authors());
    }
}
