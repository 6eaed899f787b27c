package org.lectern.admin.tag;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Frame;
import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.Archive;

/** Warns of a slug that takes the address of an expression of tags which finds something: a tag's own slug goes before. */
@RequestScoped
public class Hiding {

    @Inject
    Frame frame;

    @Inject
    Archive archive;

    /** What readers would miss; empty if nothing. */
    public String of(Slug slug) {
        if (!AskedTags.isIn(slug.value())) {
            return "";
        }
        var hidden = AskedTags.ofPath(slug.value(), 1, Optional::of).flatMap(asked -> asked.find(this::known)).map(expression -> archive.snapshot().select(expression).size()).orElse(0);
        return hidden == 0 ? "" : frame.say("tag.hiding", new Addresses("").tag(slug), hidden);
    }

    private Optional<Slug> known(String name) {
        return Slug.parseLeniently(name).filter(slug -> archive.snapshot().tag(slug).isPresent());
    }
}
