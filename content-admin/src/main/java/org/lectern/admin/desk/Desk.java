package org.lectern.admin.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.data.Limit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.listing.ArticleRow;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Status;
import org.lectern.content.article.StatusCount;
import org.lectern.content.audit.AuditEntries;
import org.lectern.content.audit.AuditEntry;
import org.lectern.content.author.Authors;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.Imports;
import org.lectern.content.media.MediaItems;
import org.lectern.content.tag.Tags;
import org.lectern.content.writing.ArticleFilter;
import org.lectern.content.writing.ArticleList;
import org.lectern.content.writing.Autosave;
import org.lectern.content.writing.Autosaves;
import org.lectern.content.writing.Worklist;

/** The start page: what this person has to do and what was changed last; below it true counts and, for administrators, the last imports and the newest lines of the audit. */
@Named
@RequestScoped
@DeskAddress(value = "/", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class Desk extends DeskPage {

    private static final int MOST_LISTED = 5;
    private static final int MOST_WAITING = 20;
    private static final int NEWEST_IMPORTS = 5;
    private static final int NEWEST_ENTRIES = 12;

    @Inject
    Frame frame;

    @Inject
    ArticleList articleList;

    @Inject
    Worklist worklist;

    @Inject
    Autosaves autosaves;

    @Inject
    Articles articles;

    @Inject
    Tags tags;

    @Inject
    MediaItems pictures;

    @Inject
    Authors authors;

    @Inject
    Imports imports;

    @Inject
    AuditEntries audit;

    @Inject
    Clock clock;

    private List<Count> counts = List.of();
    private List<WaitingLine> waiting = List.of();
    private List<UnsavedLine> unsaved = List.of();
    private List<Excerpt> lists = List.of();
    private List<ImportLine> newestImports = List.of();
    private List<AuditLine> newestEntries = List.of();
    private long allArticles;

    /** One number, and what it counts. */
    public record Count(String name, String number) {
    }

    /** Something that waits for this person. @param since when, and from whom */
    public record WaitingLine(String address, String title, String since) {
    }

    /** A text that this person typed and did not save. */
    public record UnsavedLine(String address, String title, String time) {
    }

    /** The first articles of a list. @param key of the list; @param number of articles in all; @param address of the whole list */
    public record Excerpt(String key, String title, String number, String address, List<ArticleRow> rows, String none) {
    }

    /** One import in the list. @param state in words; @param mark how the state looks */
    public record ImportLine(String address, String source, String state, String mark, String files, String account, String started) {
    }

    /** One line of the audit in words. */
    public record AuditLine(String time, String action, String title, String account, String address) {
    }

    @Override
    public Answer show(Asked asked) {
        Map<Status, Long> byStatus = articles.countByStatus().stream().collect(Collectors.toMap(StatusCount::status, StatusCount::articles));
        allArticles = byStatus.values().stream().mapToLong(Long::longValue).sum();
        var all = new ArrayList<Count>();
        var expired = articles.countExpired(Articles.EVER, clock.instant());
        all.add(count("desk.count.published", byStatus.getOrDefault(Status.PUBLISHED, 0L) - expired));
        all.add(count("desk.count.scheduled", byStatus.getOrDefault(Status.SCHEDULED, 0L)));
        all.add(count("desk.count.draft", byStatus.getOrDefault(Status.DRAFT, 0L)));
        all.add(count("desk.count.expired", expired));
        all.add(count("desk.count.withdrawn", byStatus.getOrDefault(Status.WITHDRAWN, 0L)));
        all.add(count("desk.count.tags", tags.count()));
        all.add(count("desk.count.pictures", pictures.count()));
        all.add(count("desk.count.authors", authors.count()));
        counts = List.copyOf(all);
        if (frame.isWriter()) {
            showWork();
        }
        if (frame.isAdministrator()) {
            newestImports = imports.newest(frame.actor(), NEWEST_IMPORTS).stream().map(this::line).toList();
            newestEntries = audit.newest(Limit.of(NEWEST_ENTRIES)).stream().map(this::line).toList();
        }
        return Answer.show("desk/desk");
    }

    private void showWork() {
        var me = frame.actor();
        waiting = Stream.concat(
                frame.isEditor() ? worklist.handedIn(me, MOST_WAITING).stream().map(review -> waitingLine("/admin/reviews/" + review.reviewId(), "desk.waiting.handedIn", review)) : Stream.of(),
                worklist.givenBack(me, MOST_WAITING).stream().map(review -> waitingLine("/admin/reviews/" + review.reviewId(), "desk.waiting.givenBack", review))).toList();
        unsaved = autosaves.newest(me, MOST_LISTED).stream().map(this::line).toList();
        lists = List.of(
                excerpt("drafts", ArticleFilter.ALL.with(Status.DRAFT).ownedBy(me.account()), "?status=draft" + (frame.isEditor() ? "&owner=" + URLEncoder.encode(me.account(), StandardCharsets.UTF_8) : "")),
                excerpt("scheduled", ArticleFilter.ALL.with(Status.SCHEDULED).sortedBy(ArticleFilter.Sort.PUBLISHED, false), "?status=scheduled&sort=published&order=asc"),
                excerpt("changed", ArticleFilter.ALL, ""),
                excerpt("untagged", ArticleFilter.ALL.withoutTags(), "?untagged=true"));
    }

    private WaitingLine waitingLine(String path, String key, Worklist.Waiting review) {
        return new WaitingLine(frame.address(path), review.title(), frame.say(key, review.account(), frame.when(review.since())));
    }

    private UnsavedLine line(Autosave unsaved) {
        var path = unsaved.page().startsWith("article:") ? unsaved.page().substring("article:".length()) : "new";
        return new UnsavedLine(frame.address("/admin/articles/" + path), title(unsaved.content()).orElseGet(() -> frame.say("desk.unsaved.untitled")), frame.say("desk.unsaved.typed", frame.when(unsaved.savedAt())));
    }

    /** The title among what was typed, which the editor's script keeps as JSON within JSON; empty if there is none, or the editor of another version kept it. */
    private static Optional<String> title(String content) {
        try {
            return Optional.of(JsonText.read(JsonText.read(content).getString("fields", "")).getString("title", "").strip()).filter(title -> !title.isEmpty());
        } catch (JsonException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }

    private Excerpt excerpt(String key, ArticleFilter filter, String query) {
        var found = articleList.find(frame.actor(), filter, 1, MOST_LISTED);
        var now = clock.instant();
        return new Excerpt(key, frame.say("desk.list." + key), frame.say("frame.number", found.total()), frame.address("/admin/articles" + query),
                found.lines().stream().map(line -> ArticleRow.of(frame, line, now)).toList(), frame.say("desk.list." + key + ".none"));
    }

    public List<WaitingLine> getWaiting() {
        return waiting;
    }

    public List<UnsavedLine> getUnsaved() {
        return unsaved;
    }

    public List<Excerpt> getLists() {
        return lists;
    }

    public List<Count> getCounts() {
        return counts;
    }

    /** Whether there is no article at all. */
    public boolean isUnwritten() {
        return allArticles == 0;
    }

    public String getSummary() {
        return frame.say("desk.summary", allArticles);
    }

    public List<ImportLine> getNewestImports() {
        return newestImports;
    }

    public List<AuditLine> getNewestEntries() {
        return newestEntries;
    }

    private Count count(String key, long number) {
        return new Count(frame.say(key, number), frame.say("frame.number", number));
    }

    private ImportLine line(ImportJob job) {
        var state = job.state().name().toLowerCase(Locale.ROOT);
        return new ImportLine(frame.address("/admin/imports/" + job.id()), job.source(), frame.say("import.state." + state), mark(job.state()),
                files(job), job.account(), frame.time(job.startedAt()));
    }

    private String files(ImportJob job) {
        return job.files().isPresent() ? frame.say("import.files", job.done(), job.files().getAsInt()) : frame.say("import.files.none");
    }

    private static String mark(ImportJob.State state) {
        return switch (state) {
            case DONE -> "live";
            case RUNNING -> "busy";
            case INTERRUPTED -> "due";
            case FAILED -> "bad";
        };
    }

    private AuditLine line(AuditEntry entry) {
        var action = "audit." + entry.action().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new AuditLine(frame.time(entry.happenedAt()), frame.say(action), entry.title(), entry.account(), entry.address());
    }
}
