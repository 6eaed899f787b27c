package org.lectern.content.people;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.author.Author;
import org.lectern.content.author.AuthorAlias;
import org.lectern.content.author.Authors;
import org.lectern.content.author.Readership;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.media.MediaFile;
import org.lectern.content.media.MediaItems;
import org.lectern.content.media.MediaStore;

/** How people who write stand before readers: the author of an account. Nobody is taken for an author who came in by an import, however alike the names are. */
@ApplicationScoped
@Transactional
public class Profiles {

    @Inject
    Readership readership;

    @Inject
    Authors authors;

    @Inject
    MediaItems items;

    @Inject
    MediaStore media;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    /** The author of this account; empty if it has none. */
    public Optional<Author> own(Actor actor) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR);
        return authors.ofAccount(actor.account());
    }

    /**
     * Changes how readers see this person.
     *
     * @param seenVersion of the profile that was shown
     * @throws Refusal if a text does not fit, another author is found by the new name, or the profile was changed meanwhile
     */
    public void change(Actor actor, String name, String about, int seenVersion) {
        var author = own(actor).orElseThrow(() -> new Refusal("profile.gone"));
        author.mustBeAt(seenVersion);
        var before = author.name();
        author.describe(name, about);
        if (!author.name().equals(before)) {
            rename(author, Slug.from(before));
        }
        keep(actor, author);
    }

    /**
     * Shows this person by another picture from now on. The one before stays among the pictures of the house.
     *
     * @param fileName for people
     * @param seenVersion of the profile that was shown
     * @throws Refusal if the profile was changed meanwhile, or the file is no picture that may be shown
     */
    public void portray(Actor actor, String fileName, byte[] bytes, int seenVersion) {
        var author = own(actor).orElseThrow(() -> new Refusal("profile.gone"));
        author.mustBeAt(seenVersion);
        var picture = media.bring(actor.account(), fileName, bytes);
        audit.write(actor, Action.PICTURE_ADDED, "media", picture.id(), picture.name());
        author.portray(picture.key());
        keep(actor, author);
    }

    /** Shows this person by no picture any more. @throws Refusal if the profile was changed meanwhile */
    public void removePortrait(Actor actor, int seenVersion) {
        var author = own(actor).orElseThrow(() -> new Refusal("profile.gone"));
        author.mustBeAt(seenVersion);
        author.removePortrait();
        keep(actor, author);
    }

    /** Readers see it under articles and on the author's page; what is cached of those is made anew. */
    private void keep(Actor actor, Author changed) {
        var author = authors.save(changed);
        audit.write(actor, Action.PROFILE_CHANGED, "author", author.id(), author.name());
        edition.advance(List.of(new Change(Change.Kind.AUTHOR, author.id())));
    }

    /** The picture that shows this person, or its smallest copy; empty if there is none, or if it was taken down. */
    public Optional<MediaFile> portrait(Actor actor) {
        return own(actor).flatMap(Author::portrait).flatMap(key -> items.files(List.of(key)).stream().findFirst()).map(media::smallest);
    }

    /** Writes the bytes of {@link #portrait}; none if there is none. */
    public void writePortrait(Actor actor, OutputStream out) throws IOException {
        var portrait = portrait(actor);
        if (portrait.isPresent()) {
            media.write(portrait.get().sha256(), out);
        }
    }

    /** Makes the author of whoever writes here and has none. A part of the first sign-in. */
    void make(Actor actor) {
        if (!actor.is(Role.AUTHOR) && !actor.is(Role.EDITOR) && !actor.is(Role.ADMINISTRATOR) || authors.ofAccount(actor.account()).isPresent()) {
            return;
        }
        var author = authors.add(Author.of(actor.account(), freeSlug(actor.account())));
        audit.write(actor, Action.PROFILE_MADE, "author", author.id(), author.name());
    }

    /**
     * Articles name their authors: each name under which readers have seen articles leads to the same person, also when it is an old one. One that was only tried on
     * leads nowhere again.
     */
    private void rename(Author author, Slug before) {
        var slug = Slug.from(author.name());
        var known = authors.aliases(List.of(slug.value()));
        if (!authors.bySlugs(List.of(slug)).stream().allMatch(other -> other.id().equals(author.id())) || !known.stream().allMatch(alias -> alias.authorId().equals(author.id()))) {
            throw new Refusal("author.name.taken");
        }
        if (slug.equals(before)) {
            return;
        }
        if (!readership.has(author)) {
            authors.aliases(List.of(before.value())).stream().filter(alias -> alias.authorId().equals(author.id())).forEach(authors::remove);
        }
        if (known.isEmpty() && !slug.equals(author.slug())) {
            authors.add(new AuthorAlias(slug, author.id()));
        }
    }

    private Slug freeSlug(String account) {
        var wanted = Slug.from(account);
        return isFree(wanted) ? wanted : IntStream.iterate(2, number -> number + 1).mapToObj(wanted::numbered).filter(this::isFree).findFirst().orElseThrow();
    }

    private boolean isFree(Slug slug) {
        return authors.bySlugs(List.of(slug)).isEmpty() && authors.aliases(List.of(slug.value())).isEmpty();
    }
}
