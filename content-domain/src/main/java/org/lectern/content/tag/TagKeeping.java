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
import org.lectern.content.markdown.MarkdownText;

/** What staff do to a tag itself. What touches its articles as well is done by {@code writing}. */
@ApplicationScoped
@Transactional
public class TagKeeping {

    @Inject
    Tags tags;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    /** What a rename would change. @param from the slug that leads on afterwards; the same as {@code to} if only the spelling changes */
    public record Renaming(Tag tag, String name, Slug from, Slug to) {

        public boolean isMove() {
            return !from.equals(to);
        }
    }

    /** Makes a tag that no article carries yet; readers meet it with its first visible article. @return its id @throws Refusal if the name is missing or too long, or leads to another tag */
    public Long create(Actor actor, String name) {
        actor.mustBe(Role.EDITOR);
        var written = written(name);
        var slug = Slug.from(written);
        mustBeFree(slug, null);
        var tag = new Tag(slug, written);
        tag.rename(written, slug);
        tag = tags.add(tag);
        audit.write(actor, Action.TAG_CREATED, "tag", tag.id(), tag.name());
        return tag.id();
    }

    /** What {@link #rename} would do, without doing it. @throws Refusal as that does */
    public Renaming renaming(Actor actor, Long id, String name) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        var written = written(name);
        var slug = Slug.from(written);
        mustBeFree(slug, id);
        return new Renaming(tag, written, tag.slug(), slug);
    }

    /**
     * Gives a tag another name, and the slug of that name. The old slug leads to it from now on; renaming back takes it up again.
     *
     * @throws Refusal if the tag is gone, changed since it was seen, if the name is missing or too long, or leads to another tag
     */
    public void rename(Actor actor, Long id, String name, int seenVersion) {
        var renaming = renaming(actor, id, name);
        var tag = renaming.tag();
        tag.mustBeAt(seenVersion);
        if (renaming.isMove()) {
            tags.aliases(List.of(renaming.to().value())).forEach(tags::remove);
            tags.add(new TagAlias(renaming.from(), id));
        }
        tag.rename(renaming.name(), renaming.to());
        keep(actor, tag, Action.TAG_RENAMED);
    }

    /** Says in Markdown what a tag is about, for the top of its page. @param markdown blank for nothing @throws Refusal if the tag is gone, changed since it was seen, or the text is beyond the bounds */
    public void describe(Actor actor, Long id, String markdown, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var tag = found(id);
        tag.mustBeAt(seenVersion);
        var text = markdown.replace("\u0000", "").strip();
        if (text.length() > Tag.LONGEST_DESCRIPTION) {
            throw new Refusal("tag.description.long", Tag.LONGEST_DESCRIPTION);
        }
        MarkdownText.parse(text);       // what cannot be rendered is refused now
        tag.describe(text);
        keep(actor, tag, Action.TAG_DESCRIBED);
    }

    private void keep(Actor actor, Tag tag, Action action) {
        var kept = tags.save(tag);
        audit.write(actor, action, "tag", kept.id(), kept.name());
        edition.advance(List.of(new Change(Change.Kind.TAG, kept.id())));
    }

    /** @param id of the tag that may have the slug, as its own or as an alias; null for none */
    private void mustBeFree(Slug slug, Long id) {
        tags.bySlug(slug).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new Refusal("tag.slug.taken", other.name());
        });
        tags.aliases(List.of(slug.value())).stream().filter(alias -> !alias.tagId().equals(id)).forEach(alias -> {
            throw new Refusal("tag.alias.taken", slug.value(), found(alias.tagId()).name());
        });
    }

    private Tag found(Long id) {
        return tags.find(id).orElseThrow(() -> new Refusal("tag.gone"));
    }

    private static String written(String name) {
        var written = name.replaceAll("\\s+", " ").replaceAll("\\p{Cc}", "").strip();
        if (written.isEmpty()) {
            throw new Refusal("tag.name.missing");
        }
        if (written.length() > Tag.LONGEST_NAME) {
            throw new Refusal("tag.name.long", Tag.LONGEST_NAME);
        }
        return written;
    }
}
