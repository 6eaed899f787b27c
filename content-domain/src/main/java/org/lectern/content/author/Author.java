package org.lectern.content.author;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/** A name under an article. Comes in with the first article that names it, or with an account that signs in to write; nothing guesses by name that the two are one. */
@Entity
public class Author {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    /** The longest text about an author, in characters. */
    public static final int LONGEST_ABOUT = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_ids")
    @SequenceGenerator(name = "author_ids", sequenceName = "author_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private Slug slug;

    private String name;

    private String about;

    private String account;

    private String portrait;

    protected Author() {
    }

    public Author(Slug slug, String name) {
        this.slug = Objects.requireNonNull(slug);
        this.name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The author of an account, under its name until the person gives another. */
    public static Author of(String account, Slug slug) {
        var author = new Author(slug, account);
        author.account = account;
        return author;
    }

    /** @param newAbout plain text; blank for none @throws Refusal if the name is missing, or one of them is too long */
    public void describe(String newName, String newAbout) {
        var wanted = newName.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (wanted.isEmpty()) {
            throw new Refusal("author.name.missing");
        }
        if (wanted.length() > LONGEST_NAME) {
            throw new Refusal("author.name.long", LONGEST_NAME);
        }
        if (newAbout.strip().length() > LONGEST_ABOUT) {
            throw new Refusal("author.about.long", LONGEST_ABOUT);
        }
        name = wanted;
        about = newAbout.isBlank() ? null : newAbout.strip();
    }

    /** Has this picture as portrait from now on. @param key of the picture */
    public void portray(String key) {
        portrait = Objects.requireNonNull(key);
    }

    public void removePortrait() {
        portrait = null;
    }

    /** @throws Refusal if it was changed since this version was shown */
    public void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal("author.changed");
        }
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Slug slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Optional<String> about() {
        return Optional.ofNullable(about);
    }

    /** The key of the picture that shows this person. */
    public Optional<String> portrait() {
        return Optional.ofNullable(portrait);
    }

    public Optional<String> account() {
        return Optional.ofNullable(account);
    }
}
