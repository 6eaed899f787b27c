package org.lectern.admin.tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.listing.ListAddress;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.TagCount;
import org.lectern.content.edition.Edition;
import org.lectern.content.tag.Tag;
import org.lectern.content.tag.TagKeeping;
import org.lectern.content.writing.ArticleFilter;
import org.lectern.content.writing.ArticleLine;
import org.lectern.content.writing.ArticleList;
import org.lectern.content.writing.Curating;

/** The page of one tag, {@code /admin/tags/{id}}: its description, its owner and the articles to start with are changed here; renaming and deleting are pages that ask first. */
@Named
@RequestScoped
@DeskAddress(value = "/tags/{id}", roles = Role.EDITOR)
public class TagPage extends DeskPage {

    private static final String VIEW = "tag/tag";
    /** The field of the article to start with, as the component names it. */
    private static final String PICK = "start:pick_input";
    /** The field of the owner, likewise. */
    private static final String OWNER = "owner:person_input";
    private static final int MOST_SUGGESTED = 10;
    private static final Set<String> DONE = Set.of("created", "renamed", "moved", "described", "entrusted", "pinned");

    @Inject
    Frame frame;

    @Inject
    Edition edition;

    @Inject
    Curating curating;

    @Inject
    TagKeeping tagKeeping;

    @Inject
    ArticleList articleList;

    @Inject
    Archive archive;

    @Inject
    Hiding hiding;

    private Curating.Opened opened;
    private String description;
    private String owner;
    private String pick = "";
    private String done = "";
    private String problem = "";

    /** An article to start with. @param remark why readers are not shown it, or empty */
    public record PinRow(Long id, String address, String title, String remark, boolean first, boolean last) {
    }

    @Override
    public Answer show(Asked asked) {
        if (asked.id("id").isEmpty()) {
            return new Answer.Missing("tag.missing");
        }
        load(asked);
        done = DONE.contains(asked.field("done")) ? frame.say("tag.done." + asked.field("done")) : "";
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        var id = asked.id("id").orElseThrow(() -> new Refusal("tag.gone"));
        var version = asked.number("version").orElse(-1);
        var deed = asked.field("do");
        if (deed.equals("describe")) {
            tagKeeping.describe(frame.actor(), id, asked.text("description"), version);
            return Answer.go("/admin/tags/" + id + "?done=described");
        }
        if (deed.equals("entrust")) {
            curating.entrust(frame.actor(), id, asked.field(OWNER), version);
            return Answer.go("/admin/tags/" + id + "?done=entrusted");
        }
        curating.pin(frame.actor(), id, pins(asked, id, deed), version);
        return Answer.go("/admin/tags/" + id + "?done=pinned#start-heading");
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return switch (refusal.key()) {
            case "tag.description.long" -> "description";
            case "tag.owner.missing", "tag.owner.several" -> OWNER;
            case "tag.pin.missing", "tag.pin.untagged", "tag.pins.many" -> PICK;
            default -> "";
        };
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        if (asked.id("id").isEmpty()) {
            return new Answer.Missing("tag.missing");
        }
        load(asked);
        problem = sentence;
        if (asked.has("description")) {
            description = asked.text("description");
        }
        if (asked.has(OWNER)) {
            owner = asked.field(OWNER);
        }
        pick = asked.field(PICK);
        return Answer.show(VIEW);
    }

    /** The articles to start with as they shall be. @param deed {@code add}, {@code up:ID}, {@code down:ID} or {@code remove:ID} */
    private List<Long> pins(Asked asked, Long id, String deed) {
        load(asked);
        var pins = new ArrayList<>(opened.pins().stream().map(Curating.Pin::id).toList());
        if (deed.equals("add")) {
            pins.add(picked(asked));
            return pins;
        }
        var subject = deed.replaceFirst("^[a-z]+:", "");
        var place = pins.stream().map(String::valueOf).toList().indexOf(subject);
        if (place >= 0) {
            switch (deed.substring(0, deed.length() - subject.length())) {
                case "up:" -> Collections.swap(pins, place, Math.max(0, place - 1));
                case "down:" -> Collections.swap(pins, place, Math.min(pins.size() - 1, place + 1));
                case "remove:" -> pins.remove(place);
                default -> { }
            }
        }
        return pins;
    }

    /** The article whose title was chosen from the suggestions, or typed in full; of several the first that is not there yet. */
    private Long picked(Asked asked) {
        var title = asked.field(PICK);
        return unpinned(title).stream().filter(line -> line.title().equalsIgnoreCase(title)).map(ArticleLine::id).findFirst().orElseThrow(() -> new Refusal("tag.pin.missing", title));
    }

    /** Titles of articles with this tag that are not among those to start with, by part of them. */
    public List<String> suggest(String typed) {
        return unpinned(typed).stream().map(ArticleLine::title).distinct().limit(MOST_SUGGESTED).toList();
    }

    /** Authors by part of their names. */
    public List<String> suggestOwners(String typed) {
        return curating.people(frame.actor(), typed, MOST_SUGGESTED).stream().map(Curating.Person::label).toList();
    }

    private List<ArticleLine> unpinned(String typed) {
        var pinned = opened.pins().stream().map(Curating.Pin::id).collect(Collectors.toSet());
        return find(typed).stream().filter(line -> !pinned.contains(line.id())).toList();
    }

    private List<ArticleLine> find(String typed) {
        return articleList.find(frame.actor(), ArticleFilter.ALL.tagged(opened.tag().slug()).containing(typed).sortedBy(ArticleFilter.Sort.TITLE, false), 1, MOST_SUGGESTED + Tag.MOST_PINS).lines();
    }

    private void load(Asked asked) {
        opened = curating.open(frame.actor(), asked.id("id").orElseThrow());
        description = opened.tag().description().orElse("");
        owner = opened.owner().map(Curating.Person::label).orElse("");
    }

    public Tag getTag() {
        return opened.tag();
    }

    public String getAddress() {
        return frame.address("/admin/tags/" + opened.tag().id());
    }

    /** What the tag is carried by, in words. */
    public String getSummary() {
        return frame.say("tag.summary", opened.articles(), visible()) + (opened.binned() == 0 ? "" : " " + frame.say("tag.summary.binned", opened.binned()));
    }

    public String getArticlesAddress() {
        return new ListAddress(frame.address("/admin/articles")).with("tag", opened.tag().slug().value()).toString();
    }

    /** Where readers find it, just after it was changed by whatever node; they do once a visible article carries it. */
    public String getSiteAddress() {
        var address = new Addresses(frame.address("")).tag(opened.tag().slug());
        return done.isEmpty() ? address : Addresses.since(edition.committed(), address);
    }

    public boolean isVisible() {
        return visible() > 0;
    }

    private int visible() {
        return archive.snapshot().tag(opened.tag().slug()).map(TagCount::count).orElse(0);
    }

    /** What readers miss since the tag is there; empty if nothing. */
    public String getHiding() {
        return hiding.of(opened.tag().slug());
    }

    /** The slugs that lead here as well. */
    public String getAliases() {
        return opened.aliases().stream().map(Slug::value).collect(Collectors.joining(", "));
    }

    public List<PinRow> getPins() {
        var rows = new ArrayList<PinRow>();
        for (var pin : opened.pins()) {
            var remark = !pin.carried() ? frame.say("tag.pin.dropped") : archive.snapshot().article(pin.id()).isEmpty() ? frame.say("tag.pin.hidden") : "";
            rows.add(new PinRow(pin.id(), frame.address("/admin/articles/" + pin.id()), pin.title(), remark, rows.isEmpty(), rows.size() == opened.pins().size() - 1));
        }
        return rows;
    }

    public String getDescription() {
        return description;
    }

    /** Who keeps it, as it is chosen; empty for nobody. */
    public String getOwner() {
        return owner;
    }

    public String getPick() {
        return pick;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }
}
