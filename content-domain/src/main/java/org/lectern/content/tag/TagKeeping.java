package org.lectern.content.tag;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;

/** What staff do to a tag itself. */
@ApplicationScoped
@Transactional
public class TagKeeping {

    @Inject
    Tags tags;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    /**
     * Gives a tag another name, and the slug of that name. The old slug leads to it from now on; renaming back takes it up again.
     *
     * @throws Refusal if the tag is gone, changed since it was seen, or if another tag has that slug
     */
    public void rename(Actor actor, Long id, String name, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var tag = tags.find(id).orElseThrow(() -> new Refusal("tag.gone"));
        tag.mustBeAt(seenVersion);
        var slug = Slug.from(name);
        var old = tag.slug();
        if (!slug.equals(old)) {
            tags.bySlug(slug).ifPresent(other -> {
                throw new Refusal("tag.slug.taken", other.name());
            });
            tags.aliases(List.of(slug.value())).forEach(alias -> {
                if (!alias.tagId().equals(id)) {
                    throw new Refusal("tag.slug.taken", slug.value());
                }
                tags.remove(alias);
            });
            tags.add(new TagAlias(old, id));
        }
        tag.rename(name, slug);
        tag = tags.save(tag);
        audit.write(actor, Action.TAG_RENAMED, "tag", tag.id(), tag.name());
        edition.advance(List.of(new Change(Change.Kind.TAG, tag.id())));
    }
}
