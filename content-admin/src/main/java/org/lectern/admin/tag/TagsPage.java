package org.lectern.admin.tag;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.listing.ListAddress;
import org.lectern.admin.listing.SortLink;
import org.lectern.content.Role;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.TagCount;
import org.lectern.content.writing.Curating;
import org.lectern.content.writing.Curating.Sort;
import org.lectern.content.writing.TagLine;

/** The page {@code /admin/tags}: all tags with the number of their articles, narrowed by a text, by name or by number, paged; all of that stands in the address. */
@Named
@RequestScoped
@DeskAddress(value = "/tags", roles = Role.EDITOR)
public class TagsPage extends DeskPage {

    private static final int PAGE_SIZE = 100;

    @Inject
    Frame frame;

    @Inject
    Curating curating;

    @Inject
    Archive archive;

    private String text;
    private Sort sort;
    private boolean descending;
    private ListAddress address;
    private int page;
    private long total;
    private String done = "";
    private List<TagRow> rows = List.of();

    /** A tag in the list. @param articles that carry it, leading to their list; @param visible how many of them readers see */
    public record TagRow(String address, String name, String slug, String articles, String articlesAddress, String visible) {
    }

    @Override
    public Answer show(Asked asked) {
        return asked.tidied().orElseGet(() -> list(asked));
    }

    private Answer list(Asked asked) {
        text = asked.field("q").replace("\u0000", "");
        sort = asked.field("sort").equals("articles") ? Sort.ARTICLES : Sort.NAME;
        descending = asked.field("order").isEmpty() ? sort == Sort.ARTICLES : asked.field("order").equals("desc");
        address = new ListAddress(frame.address("/admin/tags")).with("q", text).with("sort", asked.field("sort")).with("order", asked.field("order"));
        done = asked.field("done").equals("deleted") ? frame.say("tags.done.deleted") : "";
        page = asked.number("page").filter(number -> number > 0).orElse(1);
        var found = curating.find(frame.actor(), text, sort, descending, page, PAGE_SIZE);
        if (found.lines().isEmpty() && found.total() > 0) {
            page = pages(found.total());
            found = curating.find(frame.actor(), text, sort, descending, page, PAGE_SIZE);
        }
        total = found.total();
        rows = found.lines().stream().map(this::row).toList();
        return Answer.show("tag/tags");
    }

    private TagRow row(TagLine line) {
        var visible = archive.snapshot().tag(line.slug()).map(TagCount::count).orElse(0);
        return new TagRow(frame.address("/admin/tags/" + line.id()), line.name(), line.slug().value(), frame.say("frame.number", line.articles()),
                new ListAddress(frame.address("/admin/articles")).with("tag", line.slug().value()).toString(), frame.say("frame.number", visible));
    }

    private static int pages(long tags) {
        return (int) Math.max(1, (tags + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    public List<TagRow> getRows() {
        return rows;
    }

    public String getText() {
        return text;
    }

    public String getSummary() {
        return frame.say("tags.summary", total);
    }

    public String getDone() {
        return done;
    }

    public SortLink getByName() {
        return SortLink.of(frame.say("tags.by.name"), address, "name", sort == Sort.NAME, descending, false, state());
    }

    public SortLink getByArticles() {
        return SortLink.of(frame.say("tags.by.articles"), address, "articles", sort == Sort.ARTICLES, descending, true, state());
    }

    private String state() {
        return frame.say(descending ? "list.descending" : "list.ascending");
    }

    public Pager getPager() {
        return new Pager(page, pages(total), address::page);
    }
}
