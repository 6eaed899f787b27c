package org.lectern.admin.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.data.Limit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
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

/** The start page: true counts, the last imports and the newest lines of the audit. */
@Named
@RequestScoped
@DeskAddress(value = "/", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class Desk extends DeskPage {

    private static final int NEWEST_IMPORTS = 5;
    private static final int NEWEST_ENTRIES = 12;

    @Inject
    Frame frame;

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
    private List<ImportLine> newestImports = List.of();
    private List<AuditLine> newestEntries = List.of();
    private long allArticles;

    /** One number, and what it counts. */
    public record Count(String name, String number) {
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
        var expired = articles.countExpired(clock.instant());
        all.add(count("desk.count.published", byStatus.getOrDefault(Status.PUBLISHED, 0L) - expired));
        all.add(count("desk.count.scheduled", byStatus.getOrDefault(Status.SCHEDULED, 0L)));
        all.add(count("desk.count.draft", byStatus.getOrDefault(Status.DRAFT, 0L)));
        all.add(count("desk.count.expired", expired));
        all.add(count("desk.count.withdrawn", byStatus.getOrDefault(Status.WITHDRAWN, 0L)));
        all.add(count("desk.count.tags", tags.count()));
        all.add(count("desk.count.pictures", pictures.count()));
        all.add(count("desk.count.authors", authors.count()));
        counts = List.copyOf(all);
        if (frame.isAdministrator()) {
            newestImports = imports.newest(frame.actor(), NEWEST_IMPORTS).stream().map(this::line).toList();
            newestEntries = audit.newest(Limit.of(NEWEST_ENTRIES)).stream().map(this::line).toList();
        }
        return Answer.show("desk/desk");
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
                frame.say("import.files", job.done(), job.files()), job.account(), frame.time(job.startedAt()));
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
