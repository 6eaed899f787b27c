package org.lectern.content.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/** A subject that articles are tagged with. It begins with the first article that names it, or when staff create it. */
@Entity
public class Tag {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 400;

    /** The longest description, in characters. */
    public static final int LONGEST_DESCRIPTION = 20_000;

    /** How many articles can be named as a start. */
    public static final int MOST_PINS = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tag_ids")
    @SequenceGenerator(name = "tag_ids", sequenceName = "tag_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private Slug slug;

    private String name;

    @Column(name = "name_fixed")
    private boolean nameFixed;

    private String description;

    @Column(name = "owner_id")
    private Long ownerId;

    @ElementCollection
    @CollectionTable(name = "tag_pin", joinColumns = @JoinColumn(name = "tag_id"))
    @OrderColumn(name = "place")
    @Column(name = "article_id")
    private List<Long> pins = new ArrayList<>();

    protected Tag() {
    }

    /** @param name as the first article writes it */
    public Tag(Slug slug, String name) {
        this.slug = Objects.requireNonNull(slug);
        this.name = fitting(name);
    }

    /** Takes the spelling that most articles use, unless staff have fixed the name. Of two that are used as often, the one that sorts first. */
    public void spell(Map<String, Long> uses) {
        if (nameFixed) {
            return;
        }
        uses.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(mostUsed -> name = mostUsed.getKey());
    }

    /** Staff say how the tag is called. From now on spellings do not count. */
    public void rename(String newName, Slug newSlug) {
        name = fitting(newName);
        slug = Objects.requireNonNull(newSlug);
        nameFixed = true;
    }

    /** What readers find above the list of its articles. @param markdown blank for none */
    void describe(String markdown) {
        description = markdown.isBlank() ? null : markdown;
    }

    /** Somebody cares for it from now on, or nobody. @param authorId of an author, or null */
    public void entrust(Long authorId) {
        ownerId = authorId;
    }

    public void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal("tag.changed", name);
        }
    }

    private static String fitting(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
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

    public boolean nameFixed() {
        return nameFixed;
    }

    /** Markdown. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** The author who cares for it. */
    public Optional<Long> ownerId() {
        return Optional.ofNullable(ownerId);
    }
}
