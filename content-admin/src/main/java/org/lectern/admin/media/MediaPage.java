package org.lectern.admin.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.listing.ListAddress;
import org.lectern.admin.listing.Option;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.address.Pager;
import org.lectern.content.media.MediaTaking;
import org.lectern.content.media.PictureType;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Library;
import org.lectern.content.writing.PictureFilter;
import org.lectern.content.writing.PictureLine;

/** The page {@code /admin/media}: all pictures, narrowed by name, type and use, paged; all of that stands in the address. New ones are brought here, several at once. */
@Named
@RequestScoped
@DeskAddress(value = "/media", roles = {Role.AUTHOR, Role.EDITOR})
public class MediaPage extends DeskPage {

    private static final String VIEW = "media/media";
    private static final int PAGE_SIZE = 30;

    /** The most files of one form. */
    private static final int MOST_FILES = 50;

    private static final String UNUSED = "unused";
    private static final String TAKEN_DOWN = "taken-down";

    @Inject
    Frame frame;

    @Inject
    Measures measures;

    @Inject
    Library library;

    @Inject
    MediaTaking taking;

    @Inject
    Settings settings;

    private String text = "";
    private Optional<PictureType> type = Optional.empty();
    private String only = "";
    private ListAddress address;
    private int page;
    private long total;
    private List<Tile> tiles = List.of();
    private String done = "";
    private String problem = "";
    private final List<String> refused = new ArrayList<>();

    /** A picture in the grid. @param picture address of its smallest copy; @param facts size and bytes; @param uses how many articles show it, in words */
    public record Tile(String address, String picture, String name, String alt, String facts, String uses) {
    }

    @Override
    public Answer show(Asked asked) {
        return asked.tidied().orElseGet(() -> list(asked));
    }

    private Answer list(Asked asked) {
        text = asked.field("q").replace("\u0000", "");
        type = Arrays.stream(PictureType.values()).filter(each -> each.name().equalsIgnoreCase(asked.field("type"))).findFirst();
        only = Stream.of(UNUSED, TAKEN_DOWN).filter(asked.field("only")::equals).findFirst().orElse("");
        address = new ListAddress(frame.address("/admin/media")).with("q", text).with("type", asked.field("type")).with("only", only);
        page = asked.number("page").filter(number -> number > 0).orElse(1);
        var found = find();
        if (found.lines().isEmpty() && found.total() > 0) {
            page = pages(found.total());
            found = find();
        }
        total = found.total();
        tiles = found.lines().stream().map(this::tile).toList();
        if (asked.field("done").equals("added")) {
            done = frame.say("media.done.added", asked.number("count").filter(count -> count > 0).orElse(1));
        }
        return Answer.show(VIEW);
    }

    private Library.Page find() {
        return library.find(frame.actor(), new PictureFilter(text, type, only.equals(UNUSED), only.equals(TAKEN_DOWN)), page, PAGE_SIZE);
    }

    private Tile tile(PictureLine line) {
        var picture = frame.address("/admin/media/" + line.key());
        var pixels = measures.pixels(line.width(), line.height());
        return new Tile(picture + "/edit", picture + "/small", line.name(), line.alt(), pixels.isEmpty() ? measures.bytes(line.bytes()) : frame.say("media.facts", pixels, measures.bytes(line.bytes())),
                line.uses() == 0 && line.portrait() ? frame.say("media.uses.portrait") : frame.say("media.uses", line.uses()));
    }

    /** Takes each file for itself: what is refused stops no other. */
    @Override
    public Answer take(Asked asked) throws IOException {
        var files = asked.files("pictures");
        if (files.isEmpty()) {
            throw new Refusal("picture.missing");
        }
        var taken = 0;
        for (var file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            taken += isTaken(file) ? 1 : 0;
        }
        if (files.size() > MOST_FILES) {
            refused.add(frame.say("media.many", MOST_FILES, files.size() - MOST_FILES));
        }
        if (refused.isEmpty()) {
            return Answer.go("/admin/media?done=added&count=" + taken);
        }
        var answer = list(asked);
        problem = frame.say("media.refused", refused.size());
        done = taken == 0 ? "" : frame.say("media.done.added", taken);
        return answer instanceof Answer.Show show ? show.withStatus(Answer.UNPROCESSABLE) : answer;
    }

    private boolean isTaken(Part file) throws IOException {
        try {
            var picture = BroughtPicture.of(file, settings.importPictureMegabytes());
            taking.take(frame.actor(), picture.name(), picture.bytes());
            return true;
        } catch (Refusal refusal) {
            if (refusal.key().equals("actor.not.allowed")) {
                throw refusal;
            }
            refused.add(refusal.in(frame.texts()));
            return false;
        }
    }

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return "pictures";
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        var answer = list(asked);
        problem = frame.say("media.refused", 0);
        refused.add(sentence);
        return answer;
    }

    @Override
    public String tooLarge() {
        return frame.say("media.tooLarge");
    }

    private static int pages(long pictures) {
        return (int) Math.max(1, (pictures + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    public String getAddress() {
        return frame.address("/admin/media");
    }

    public String getTakenDownAddress() {
        return new ListAddress(getAddress()).with("only", TAKEN_DOWN).toString();
    }

    public List<Tile> getTiles() {
        return tiles;
    }

    public String getText() {
        return text;
    }

    public List<Option> getTypes() {
        return Stream.concat(Stream.of(new Option("", frame.say("media.type.any"), type.isEmpty())),
                Arrays.stream(PictureType.values()).map(each -> new Option(each.name().toLowerCase(java.util.Locale.ROOT), Measures.type(each), type.equals(Optional.of(each))))).toList();
    }

    public List<Option> getOnlies() {
        return Stream.of("", UNUSED, TAKEN_DOWN).map(each -> new Option(each, frame.say("media.only." + (each.isEmpty() ? "any" : each)), only.equals(each))).toList();
    }

    /** Whether the list is narrowed. */
    public boolean isNarrowed() {
        return !text.isEmpty() || type.isPresent() || !only.isEmpty();
    }

    /** What to say when the list is empty: the heading, and behind {@code .help} a sentence. */
    public String getNothing() {
        return only.equals(TAKEN_DOWN) && text.isEmpty() && type.isEmpty() ? "media.empty.taken-down" : isNarrowed() ? "media.none" : "media.empty";
    }

    public String getSummary() {
        return frame.say("media.summary", total);
    }

    public int getMostMegabytes() {
        return settings.importPictureMegabytes();
    }

    public int getMostFiles() {
        return MOST_FILES;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }

    /** Why files were not taken, a sentence for each. */
    public List<String> getRefused() {
        return refused;
    }

    public Pager getPager() {
        return new Pager(page, pages(total), address::page);
    }
}
