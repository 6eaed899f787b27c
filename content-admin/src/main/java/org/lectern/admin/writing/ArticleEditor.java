package org.lectern.admin.writing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.address.Addresses;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.Proof;
import org.lectern.content.author.Author;
import org.lectern.content.edition.Edition;
import org.lectern.content.people.Profiles;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Autosaves;
import org.lectern.content.writing.History;
import org.lectern.content.writing.Merge;
import org.lectern.content.writing.Review;
import org.lectern.content.writing.Reviewing;
import org.lectern.content.writing.TextDiff;
import org.lectern.content.writing.Writing;

/** The page on which an article is begun and written. What was typed is never lost: what is declined stands in the form again, what collides is merged with the other text. */
@Named
@RequestScoped
@DeskAddress(value = {"/articles/new", "/articles/{id}"}, roles = {Role.AUTHOR, Role.EDITOR})
public class ArticleEditor extends DeskPage {

    private static final String VIEW = "writing/editor";
    private static final int AROUND = 2;
    private static final int DRAFT_BYTES = 12;

    /** What pages that lead back here have done. */
    private static final Set<String> DONE = Set.of("published", "scheduled", "released", "withdrawn", "taken-out", "discarded", "restored", "handed-in", "taken-back", "accepted");

    /** Where the buttons that save lead to afterwards. */
    private static final Map<String, String> AFTERWARDS = Map.of("publish", "/publish", "hand-in", "/hand-in", "preview-link", "/preview-link");

    @Inject
    Frame frame;

    @Inject
    Edition edition;

    @Inject
    Writing writing;

    @Inject
    History history;

    @Inject
    Autosaves autosaves;

    @Inject
    Profiles profiles;

    @Inject
    Reviewing reviewing;

    @Inject
    Proofs proofs;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Writing.Opened opened;
    private TypedArticle typed;
    private int version;
    private int base;
    private String draft = "";
    private String problem = "";
    private boolean declined;
    private String done = "";
    private int opening;
    private String mine = "";
    private Conflict conflict;
    private Optional<Review> review = Optional.empty();
    private Proof proof;

    @Override
    public Answer show(Asked asked) {
        if (isNew(asked)) {
            typed = TypedArticle.blank(frame.getLanguage(), profiles.own(frame.actor()).map(Author::name).orElse(""));
            draft = "new:" + random();
            return Answer.show(VIEW);
        }
        if (!load(asked)) {
            return Answer.missing();
        }
        typed = newest();
        done = done(asked.field("done"));
        proof = proofs.of(frame.actor(), opened.newest().content());
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) {
        typed = TypedArticle.read(asked);
        var page = asked.field("page");
        Long id;
        if (isNew(asked)) {
            mustHoldNoMarks(asked);
            id = writing.begin(frame.actor(), typed.slug().isEmpty() && !typed.title().isEmpty() ? writing.slugFor(frame.actor(), typed.title()) : typed.wantedSlug(Optional.empty()),
                    typed.content(settings.zone(), Optional.empty(), clock.instant()));
        } else {
            if (!load(asked)) {
                return Answer.missing();
            }
            mustHoldNoMarks(asked);
            id = opened.article().id();
            var content = typed.content(settings.zone(), Optional.of(content(asked.number("base").orElse(opened.newest().number()))), clock.instant());
            try {
                writing.save(frame.actor(), id, typed.wantedSlug(Optional.of(opened.newest().slug())), content, asked.number("version").orElse(-1));
            } catch (OptimisticLockingFailureException collision) {       // another was faster by less than the time that saving takes
                throw new Refusal("article.changed", opened.article().title());
            }
        }
        autosaves.drop(frame.actor(), page.startsWith("new:") ? page : "article:" + id);
        return Answer.go("/admin/articles/" + id + AFTERWARDS.getOrDefault(asked.field("then"), "?done=saved"));
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return TypedArticle.fieldOf(refusal);
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        typed = TypedArticle.read(asked);
        problem = sentence;
        declined = true;
        if (isNew(asked)) {
            draft = asked.field("page");
            return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
        }
        if (!load(asked)) {
            return Answer.missing();
        }
        var seen = asked.number("version").orElse(version);
        if (seen == version) {
            base = asked.number("base").orElse(base);
            asked.number("merged").ifPresent(from -> {
                mine = asked.text("mine");
                compare(from, typed.withText(mine));
            });
            return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
        }
        problem = "";
        mine = typed.text();
        typed = compare(asked.number("base").orElse(base), typed);
        return new Answer.Show(VIEW, HttpServletResponse.SC_CONFLICT);
    }

    /** Shows what somebody else has saved meanwhile beside what was typed. @return both in one form, which can be saved on top of theirs */
    private TypedArticle compare(int from, TypedArticle own) {
        var zone = settings.zone();
        var theirs = newest();
        var first = TypedArticle.of(opened.newest().slug(), content(from), zone);
        var begun = new TypedArticle(first.title(), first.text(), first.tags(), history.revision(frame.actor(), opened.article().id(), from).slug().value(), first.language(), first.authors(),
                first.weight(), first.description(), first.summary(), first.expires(), first.image(), first.series());
        var merge = Merge.of(begun.text(), own.text(), theirs.text(), myMark(), theirMark());
        var clashes = own.clashes(begun, theirs);
        var differing = new TreeSet<>(own.differences(begun));
        differing.addAll(theirs.differences(begun));
        var fields = differing.stream().map(field -> new Conflict.Field(frame.say("editor." + field), begun.field(field), theirs.field(field), own.field(field), clashes.contains(field))).toList();
        opening = from;
        conflict = new Conflict(opened.newest().account(), opened.newest().account().equals(frame.getAccount()), frame.time(opened.newest().madeAt()), TextDiff.lines(begun.text(), theirs.text(), AROUND),
                TextDiff.lines(begun.text(), own.text(), AROUND), merge.conflicts(), fields, theirs.text(), own.text());
        return own.merged(begun, theirs, merge);
    }

    /** A text is not saved while it holds both texts of a place, unless whoever writes about such marks says so. */
    private void mustHoldNoMarks(Asked asked) {
        if (!asked.has("marks") && isMarked()) {
            throw new Refusal("editor.marks", marks(typed.text()).get(0));
        }
    }

    /** Whether the text holds marks that were not saved before. */
    public boolean isMarked() {
        return marks(typed.text()).size() > (opened == null ? 0 : marks(opened.newest().content().source()).size());
    }

    private List<Integer> marks(String text) {
        return Merge.markedLines(text, myMark(), theirMark());
    }

    private String myMark() {
        return frame.say("editor.mark.mine");
    }

    private String theirMark() {
        return frame.say("editor.mark.theirs");
    }

    /** What has just been done, by its code in the address; empty if nothing has. */
    private String done(String code) {
        if (code.equals("saved")) {
            return frame.say("editor.done." + (opened.article().isReleased() ? "staged" : "saved"));
        }
        return DONE.contains(code) ? frame.say("done." + code) : "";
    }

    private boolean isNew(Asked asked) {
        return asked.word("id") == null;
    }

    private boolean load(Asked asked) {
        var id = asked.id("id");
        if (id.isEmpty()) {
            return false;
        }
        opened = writing.open(frame.actor(), id.get());
        version = opened.article().version();
        base = opened.newest().number();
        review = reviewing.of(frame.actor(), id.get()).stream().findFirst().filter(newest -> newest.isOpen() || newest.state() == Review.State.GIVEN_BACK);
        return true;
    }

    private TypedArticle newest() {
        return TypedArticle.of(opened.newest().slug(), opened.newest().content(), settings.zone());
    }

    private ArticleContent content(int revision) {
        return revision == opened.newest().number() ? opened.newest().content() : history.revision(frame.actor(), opened.article().id(), revision).content();
    }

    private static String random() {
        var bytes = new byte[DRAFT_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String getHeading() {
        return opened == null ? frame.say("editor.new") : frame.say("editor.edit", opened.newest().title());
    }

    public Standing getStanding() {
        return new Standing(frame, Optional.ofNullable(opened).map(Writing.Opened::article), review, settings.fourEyes(), clock.instant());
    }

    public TypedArticle getTyped() {
        return typed;
    }

    public List<String> getTags() {
        return typed.tags();
    }

    /** For who has no script, one a line. */
    public String getTagLines() {
        return String.join("\n", typed.tags());
    }

    public LocalDateTime getExpires() {
        return typed.expiry();
    }

    public int getVersion() {
        return version;
    }

    /** The number of the revision that the text in the form was made of. */
    public int getBase() {
        return base;
    }

    /** By which the text is kept until it is saved. */
    public String getPage() {
        return opened == null ? draft : "article:" + opened.article().id();
    }

    public String getId() {
        return opened == null ? "" : opened.article().id().toString();
    }

    /** The article's own address at the desk, or empty. */
    public String getAddress() {
        return opened == null ? "" : frame.address("/admin/articles/" + opened.article().id());
    }

    /** Whether what stands in the form has been sent and not been saved. */
    public boolean isDeclined() {
        return declined;
    }

    /** Where readers see it, or will; just after it was changed, by whatever node. */
    public String getSiteAddress() {
        var address = new Addresses(frame.address("")).article(opened.article().slug());
        return done.isEmpty() ? address : Addresses.since(edition.committed(), address);
    }

    /** When and by whom it was saved last; after a save of a published article, that readers do not see it yet. */
    public String getSavedLine() {
        return opened == null ? "" : done.isEmpty() ? frame.say("editor.saved.last", frame.time(opened.newest().madeAt()), opened.newest().account()) : done;
    }

    public boolean isDone() {
        return !done.isEmpty();
    }

    public String getProblem() {
        return problem;
    }

    /** The number of the revision that both had opened, as long as both texts stand in one form; else 0. */
    public int getOpening() {
        return opening;
    }

    /** The text as it was sent before it was merged. */
    public String getMine() {
        return mine;
    }

    /** Null unless somebody else has saved meanwhile. */
    public Conflict getConflict() {
        return conflict;
    }

    public String getConflictLine() {
        return frame.say("editor.conflict.places", conflict.places());
    }

    public String getHtml() {
        return proof == null ? "" : proof.html();
    }

    public String getExcerpt() {
        return proof == null ? "" : proof.excerpt();
    }

    public String getPictureMegabytes() {
        return Integer.toString(settings.importPictureMegabytes());
    }
}
