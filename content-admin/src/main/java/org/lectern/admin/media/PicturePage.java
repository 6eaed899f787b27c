package org.lectern.admin.media;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Status;
import org.lectern.content.media.Media;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Library;

/** The page of one picture, {@code /admin/media/{key}/edit}: what it is, where it is used, and what can be changed. Taking it down is a page that asks first. */
@Named
@RequestScoped
@DeskAddress(value = "/media/{key}/edit", roles = {Role.AUTHOR, Role.EDITOR})
public class PicturePage extends DeskPage {

    private static final String VIEW = "media/picture";
    /** How many of the bytes that it had before are offered. */
    private static final int MOST_BEFORE = 6;
    private static final Set<String> DONE = Set.of("described", "replaced", "taken-down", "put-back");

    @Inject
    Frame frame;

    @Inject
    Measures measures;

    @Inject
    Library library;

    @Inject
    Settings settings;

    private Library.Opened opened;
    private String name;
    private String alt;
    private String done = "";
    private String problem = "";

    /** What the picture showed before. @param picture the address of its bytes */
    public record BeforeRow(String sha256, String picture) {
    }

    /** An article that shows the picture. @param address at the desk, or where readers find it; @param state in words, shown in the manner of {@code look} */
    public record UseRow(String address, String title, String state, String look) {

        static UseRow of(Frame frame, Library.Use use) {
            return new UseRow(frame.address(use.mayOpen() ? "/admin/articles/" + use.id() : "/articles/" + use.slug().value() + "/"), use.title(),
                    frame.say("articles.status." + use.status().name().toLowerCase(Locale.ROOT)), use.status() == Status.PUBLISHED ? "live" : "");
        }
    }

    @Override
    public Answer show(Asked asked) {
        load(asked);
        done = DONE.contains(asked.field("done")) ? frame.say("mediaItem.done." + asked.field("done")) : "";
        return Answer.show(VIEW);
    }

    @Override
    public Answer take(Asked asked) throws IOException {
        var key = asked.word("key");
        var version = asked.number("version").orElse(-1);
        switch (asked.field("do")) {
            case "describe" -> library.describe(frame.actor(), key, asked.field("name"), asked.text("alt"), version);
            case "replace" -> {
                var picture = BroughtPicture.of(asked.file("picture").orElseThrow(() -> new Refusal("picture.missing")), settings.importPictureMegabytes());
                library.replace(frame.actor(), key, picture.name(), picture.bytes(), version);
            }
            case "bring-back" -> library.bringBack(frame.actor(), key, asked.field("before"), version);
            case "put-back" -> library.putBack(frame.actor(), key, version);
            default -> throw new Refusal("media.changed", key);
        }
        return Answer.go("/admin/media/" + key + "/edit?done=" + switch (asked.field("do")) {
            case "describe" -> "described";
            case "replace", "bring-back" -> "replaced";
            default -> "put-back";
        });
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return refusal.key().equals("media.alt.long") ? "alt" : refusal.key().startsWith("picture.") ? "picture" : "";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        load(asked);
        problem = sentence;
        if (asked.has("name")) {
            name = asked.field("name");
            alt = asked.text("alt");
        }
        return Answer.show(VIEW);
    }

    private void load(Asked asked) {
        opened = library.open(frame.actor(), asked.word("key"));
        name = opened.media().name();
        alt = opened.media().alt().orElse("");
    }

    private Media media() {
        return opened.media();
    }

    public String getHeading() {
        return media().name();
    }

    public String getName() {
        return name;
    }

    public String getAlt() {
        return alt;
    }

    public int getLongestAlt() {
        return Media.LONGEST_ALT;
    }

    public int getVersion() {
        return media().version();
    }

    public String getAddress() {
        return frame.address("/admin/media/" + media().key() + "/edit");
    }

    public String getTakeDownAddress() {
        return frame.address("/admin/media/" + media().key() + "/take-down");
    }

    /** The address of its bytes, for staff. */
    public String getPicture() {
        return frame.address("/admin/media/" + media().key());
    }

    /** The words for it, for those who cannot see it on this page. */
    public String getWords() {
        return media().alt().orElseGet(media()::name);
    }

    public String getType() {
        return Measures.type(media().type());
    }

    public String getPixels() {
        return measures.pixels(media().width(), media().height());
    }

    public String getBytes() {
        return measures.bytes(media().bytes());
    }

    public String getAdded() {
        return media().addedBy().map(account -> frame.say("mediaItem.added.by", frame.time(media().addedAt()), account)).orElseGet(() -> frame.time(media().addedAt()));
    }

    /** Where an import found it; empty for what was brought to the desk. */
    public String getOrigin() {
        return media().source().filter(source -> !source.equals("desk")).map(source -> frame.say("mediaItem.origin.from", source, media().path().orElse(""))).orElse("");
    }

    /** What puts it into a text. */
    public String getMarkdown() {
        return "![" + media().alt().orElse("").replaceAll("([\\\\\\[\\]])", "\\\\$1") + "](media:" + media().key() + ")";
    }

    public boolean isTakenDown() {
        return media().isTakenDown();
    }

    public String getTakenDownNote() {
        return frame.say("mediaItem.takenDown", media().takenDownBy().orElse(""), frame.time(media().takenDownAt().orElseThrow()), media().takenDownWhy().orElse(""));
    }

    public boolean isChangeable() {
        return opened.mayChange();
    }

    /** Whether somebody else's leave is needed since readers see it. */
    public boolean isSeen() {
        return opened.seen();
    }

    public String getStanding() {
        return frame.say(opened.media().isTakenDown() ? "mediaItem.standing.takenDown" : opened.seen() ? "mediaItem.standing.seen" : "mediaItem.standing.hidden");
    }

    public String getUsesSummary() {
        return frame.say("media.uses", opened.uses().size() + opened.otherUses());
    }

    public List<UseRow> getUses() {
        return opened.uses().stream().map(use -> UseRow.of(frame, use)).toList();
    }

    /** How many drafts of others show it, in words; empty if none does. */
    public String getOtherUses() {
        return opened.otherUses() == 0 ? "" : frame.say("mediaItem.uses.others", opened.otherUses());
    }

    /** The people whose portrait it is; empty if there is none. */
    public String getPortraits() {
        return opened.portraits().isEmpty() ? "" : frame.say("mediaItem.uses.portrait", String.join(", ", opened.portraits()));
    }

    public boolean isUnused() {
        return opened.uses().isEmpty() && opened.otherUses() == 0 && opened.portraits().isEmpty();
    }

    public List<BeforeRow> getBefore() {
        return opened.before().stream().limit(MOST_BEFORE).map(sha256 -> new BeforeRow(sha256, getPicture() + "/before/" + sha256)).toList();
    }

    public int getMostMegabytes() {
        return settings.importPictureMegabytes();
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }
}
