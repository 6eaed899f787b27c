package org.lectern.content.author;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Slug;

/** A name under an article. Comes in with the first article that names it; an administrator may link it to an account later, nothing guesses that by name. */
@Entity
public class Author {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

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

    protected Author() {
    }

    public Author(Slug slug, String name) {
        this.slug = Objects.requireNonNull(slug);
        this.name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    public Long id() {
        return id;
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

    public Optional<String> account() {
        return Optional.ofNullable(account);
    }
}
