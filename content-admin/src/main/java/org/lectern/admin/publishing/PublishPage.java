package org.lectern.admin.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.frame.TypedTime;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleContent.NamedTag;
import org.lectern.content.article.Status;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Reviewing;

/** The page that lets readers see an article: at once, under the date that it has, or under one that is chosen; or that releases the edits that wait. */
@Named
@RequestScoped
@DeskAddress(value = "/articles/{id}/publish", roles = Role.EDITOR)
public class PublishPage extends DeskPage {

    private static final String VIEW = "publishing/publish";

    @Inject
    Frame frame;

    @Inject
    Subject subject;

    @Inject
    Reviewing reviewing;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private String problem = "";
    private String when = "";
    private LocalDateTime date;
    private boolean ownText;

    @Override
    public Answer show(Asked asked) {
        load(asked);
        when = isDated() ? "kept" : isDating() ? "date" : "now";
        date = article().publishedAt().map(this::local).orElse(null);
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        load(asked);
        var now = clock.instant();
        Optional<Instant> chosen;
        switch (asked.field("when")) {
            case "date" -> {
                chosen = typed(asked).map(local -> local.atZone(settings.zone()).toInstant());
                if (chosen.isEmpty()) {
                    throw new Refusal("publish.date.bad", asked.field("date_input"));
                }
            }
            case "now" -> chosen = Optional.of(now);
            default -> chosen = Optional.empty();
        }
        var released = subject.isStaged() && article().status() == Status.PUBLISHED;
        reviewing.publish(frame.actor(), subject.id(), chosen, asked.number("version").orElse(-1));
        var scheduled = chosen.or(() -> article().publishedAt()).filter(at -> at.isAfter(now)).isPresent();
        return Answer.go(subject.path() + "?done=" + (scheduled ? "scheduled" : released ? "released" : "published"));
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return refusal.key().equals("publish.date.bad") || refusal.key().equals("article.date.hides") ? "date_input" : "";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        when = asked.field("when");
        date = typed(asked).orElse(null);
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    private void load(Asked asked) {
        subject.load(asked);
        ownText = reviewing.needsOtherEyes(frame.actor(), subject.id());
    }

    private Article article() {
        return subject.article();
    }

    private static Optional<LocalDateTime> typed(Asked asked) {
        try {
            return Optional.of(TypedTime.read(asked.field("date_input")));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, settings.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * {@code release} of edits that wait, {@code date} of what readers see as it is, {@code schedule} of what waits for its time, {@code due} of edits of that, else
     * {@code publish}: the words of the page.
     */
    private String deed() {
        return switch (article().status()) {
            case PUBLISHED -> isDating() ? "date" : "release";
            case SCHEDULED -> isDating() ? "schedule" : "due";
            case DRAFT, WITHDRAWN, BINNED -> "publish";
        };
    }

    /** Whether nothing but another date would be new to readers. */
    private boolean isDating() {
        return article().isReleased() && !subject.isStaged();
    }

    public String getHeading() {
        return frame.say("publish.heading." + deed(), subject.getTitle());
    }

    public String getIntro() {
        return frame.say("publish.intro." + deed());
    }

    public String getButton() {
        return frame.say("publish.button." + deed());
    }

    /** Whether it has a date that can be kept, and keeping it would do something. */
    public boolean isDated() {
        return article().publishedAt().isPresent() && !isDating();
    }

    public String getKept() {
        var at = article().publishedAt().orElseThrow();
        var key = article().status() == Status.PUBLISHED || article().status() == Status.WITHDRAWN ? "again" : at.isAfter(clock.instant()) ? "future" : "past";
        return frame.say("publish.kept." + key, frame.time(at));
    }

    /** Whether it waits for its date if that is kept. */
    public boolean isKeptLater() {
        return article().publishedAt().filter(clock.instant()::isBefore).isPresent();
    }

    /** The time in the site's zone, as it is typed. */
    public String getClock() {
        return TypedTime.write(local(clock.instant()));
    }

    /** Whether readers see it now, so that another date can only lie in the past. */
    public boolean isShown() {
        return article().status() == Status.PUBLISHED;
    }

    /** The address that it leaves, if the newest revision has another. */
    public String getOldAddress() {
        return article().slug().equals(subject.newest().slug()) ? "" : frame.say("publish.moves", article().slug().value());
    }

    public String getTags() {
        return subject.newest().content().tags().stream().map(NamedTag::name).collect(Collectors.joining(", "));
    }

    public String getExpiry() {
        return subject.newest().content().expiresAt().map(frame::time).orElse("");
    }

    public String getZone() {
        return frame.say("publish.zone", settings.zone().getId());
    }

    public String getWhen() {
        return when;
    }

    /** In the site's zone; null if there is none, or none that can be read. */
    public LocalDateTime getDate() {
        return date;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isOwnText() {
        return ownText;
    }
}
