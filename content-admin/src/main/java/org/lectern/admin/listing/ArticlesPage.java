package org.lectern.admin.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.TagCount;
import org.lectern.content.article.Status;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.ArticleFilter;
import org.lectern.content.writing.ArticleFilter.Sort;
import org.lectern.content.writing.ArticleList;

/** The page {@code /admin/articles}: the articles that the fields of its form let through, sorted and paged; all of that stands in the address. */
@Named
@RequestScoped
@DeskAddress(value = "/articles", roles = {Role.AUTHOR, Role.EDITOR})
public class ArticlesPage extends DeskPage {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_CHOICES = 200;
    private static final List<String> FIELDS = List.of("q", "status", "tag", "author", "owner", "from", "until", "staged", "untagged");

    @Inject
    Frame frame;

    @Inject
    ArticleList articleList;

    @Inject
    Archive archive;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Asked asked;
    private ArticleFilter filter;
    private ListAddress address;
    private ArticleList.Choices choices;
    private int page;
    private long total;
    private List<ArticleRow> rows = List.of();

    @Override
    public Answer show(Asked request) {
        return request.tidied().orElseGet(() -> list(request));
    }

    private Answer list(Asked request) {
        asked = request;
        filter = filter();
        address = new ListAddress(frame.address("/admin/articles"));
        for (var field : Stream.concat(FIELDS.stream(), Stream.of("sort", "order")).toList()) {
            address = address.with(field, asked.field(field));
        }
        page = asked.number("page").filter(number -> number > 0).orElse(1);
        var found = articleList.find(frame.actor(), filter, page, PAGE_SIZE);
        if (found.lines().isEmpty() && found.total() > 0) {        // what stood there has moved forward
            page = pages(found.total());
            found = articleList.find(frame.actor(), filter, page, PAGE_SIZE);
        }
        total = found.total();
        var now = clock.instant();
        rows = found.lines().stream().map(line -> ArticleRow.of(frame, line, now)).toList();
        choices = articleList.choices(frame.actor(), MOST_CHOICES);
        return Answer.show("listing/articles");
    }

    private ArticleFilter filter() {
        var sort = Arrays.stream(Sort.values()).filter(each -> key(each).equals(asked.field("sort"))).findFirst().orElse(Sort.CHANGED);
        var descending = asked.field("order").isEmpty() ? sort == Sort.CHANGED : asked.field("order").equals("desc");
        return new ArticleFilter(status(), asked.has("staged"), asked.has("untagged"), slug("tag"), slug("author"), text("owner"), text("q"), day("from").map(this::begin),
                day("until").map(day -> day.plusDays(1)).map(this::begin), sort, descending);
    }

    private Optional<Status> status() {
        return Arrays.stream(Status.values()).filter(status -> key(status).equals(asked.field("status"))).findFirst();
    }

    private Optional<String> text(String field) {
        return Optional.of(asked.field(field).replace("\u0000", "")).filter(text -> !text.isEmpty());
    }

    /** A tag or an author, by slug or as written. */
    private Optional<Slug> slug(String field) {
        return text(field).map(text -> Slug.parseLeniently(text).orElseGet(() -> Slug.from(text)));
    }

    private Optional<LocalDate> day(String field) {
        try {
            return text(field).map(LocalDate::parse).filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static int pages(long articles) {
        return (int) Math.max(1, (articles + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    public List<ArticleRow> getRows() {
        return rows;
    }

    /** Where this stands in the navigation: drafts have an entry of their own. */
    public String getPlace() {
        return filter.status().equals(Optional.of(Status.DRAFT)) ? "drafts" : "articles";
    }

    public String getTitle() {
        return frame.say(getPlace().equals("drafts") ? "articles.title.drafts" : "articles.title");
    }

    public String getSummary() {
        return total <= PAGE_SIZE ? frame.say("articles.summary", total) : frame.say("articles.summary.page", total, (page - 1) * PAGE_SIZE + 1, (page - 1) * PAGE_SIZE + rows.size());
    }

    /** Whether any field of the form leaves articles out. */
    public boolean isNarrowed() {
        return FIELDS.stream().anyMatch(field -> !asked.field(field).isEmpty());
    }

    /** What was asked for in a field of the form. */
    public String field(String name) {
        return asked.field(name);
    }

    public boolean has(String name) {
        return asked.has(name);
    }

    public List<Option> getStatuses() {
        return Stream.concat(Stream.of(Option.of("", frame.say("articles.status.any"), "-")),
                Arrays.stream(Status.values()).map(status -> Option.of(key(status), frame.say("articles.status." + key(status)), asked.field("status")))).toList();
    }

    /** The tags that most visible articles carry, to choose from. */
    public List<String> getTags() {
        return archive.snapshot().tagsByCount().stream().limit(MOST_CHOICES).map(TagCount::name).toList();
    }

    public List<String> getAuthors() {
        return choices.authors();
    }

    /** Empty for authors, who see their own articles alone. */
    public List<String> getOwners() {
        return frame.isEditor() ? choices.owners() : List.of();
    }

    public SortLink getByTitle() {
        return sort(Sort.TITLE, false);
    }

    public SortLink getByStatus() {
        return sort(Sort.STATUS, false);
    }

    public SortLink getByOwner() {
        return sort(Sort.OWNER, false);
    }

    public SortLink getByPublished() {
        return sort(Sort.PUBLISHED, true);
    }

    public SortLink getByChanged() {
        return sort(Sort.CHANGED, true);
    }

    private SortLink sort(Sort sort, boolean downFirst) {
        return SortLink.of(frame.say("articles.by." + key(sort)), address, key(sort), filter.sort() == sort, filter.descending(), downFirst,
                frame.say(filter.descending() ? "list.descending" : "list.ascending"));
    }

    public Pager getPager() {
        return new Pager(page, pages(total), address::page);
    }

    public String getAddress() {
        return frame.address("/admin/articles");
    }
}
