package org.lectern.admin.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.lectern.admin.frame.Frame;

/**
 * A plan or report as a page shows it: numbers first, then what needs a person, then the rest, folded. A list shows {@value #MOST} rows at most and says how
 * many more the JSON holds.
 */
public final class ReportView {

    static final int MOST = 50;

    /** What is shown unfolded: what a person has to mend. */
    private static final List<String> OPEN = List.of("refused");

    private final Frame frame;
    private final JsonObject report;
    private final List<Section> sections;

    /** One number, and what it counts. */
    public record Count(String name, String number, String mark) {
    }

    /** One list. @param more a sentence on what is left out, or empty */
    public record Section(String key, String title, String help, boolean open, List<Row> rows, String more) {
    }

    /** One file. @param place file and line, @param text why it is here, or its title and what staff have done to it */
    public record Row(String place, String text) {
    }

    ReportView(Frame frame, JsonObject report) {
        this.frame = frame;
        this.report = report;
        this.sections = Stream.of(
                section("refused", remarks("refused")),
                section("missing", remarks("missingImages")),
                section("notes", remarks("notes")),
                section("kept", articles("kept")),
                section("here", articles("unchanged")),
                section("gone", report.getJsonArray("gone").getValuesAs(JsonString::getString).stream().map(path -> new Row(path, "")).toList()),
                section("new", articles("new")),
                section("changed", articles("changed")),
                section("skipped", remarks("skipped"))).filter(section -> !section.rows().isEmpty()).toList();
    }

    public List<Count> getCounts() {
        var counts = new ArrayList<Count>();
        for (var key : List.of("new", "changed", "unchanged", "kept", "gone", "refused", "skipped", "images", "missingImages")) {
            var number = count(key);
            counts.add(new Count(frame.say("report.count." + key, number), frame.say("frame.number", number), number > 0 && key.equals("refused") ? "bad" : ""));
        }
        return counts;
    }

    public List<Section> getSections() {
        return sections;
    }

    public String getSource() {
        return report.getString("source");
    }

    /** How many articles are written, or would be. */
    public int written() {
        return count("new") + count("changed");
    }

    /** Whether no file at all came in, now or earlier. */
    public boolean isEmpty() {
        return written() + pictures() + count("unchanged") + count("kept") == 0;
    }

    /** How many pictures the source holds. */
    public int pictures() {
        return count("images");
    }

    /** Which folder the paths are told without, or empty. */
    public String getLeftOut() {
        var folder = report.getString("leftOut");
        return folder.isEmpty() ? "" : frame.say("report.leftOut", folder);
    }

    private int count(String key) {
        return report.getJsonObject("counts").getInt(key);
    }

    private Section section(String key, List<Row> rows) {
        var more = rows.size() > MOST ? frame.say("report.more", rows.size() - MOST) : "";
        return new Section(key, frame.say("report." + key, rows.size()), frame.say("report." + key + ".help"), OPEN.contains(key), rows.stream().limit(MOST).toList(), more);
    }

    private List<Row> remarks(String list) {
        return rows(list, remark -> new Row(place(remark), remark.getString("reason")));
    }

    private String place(JsonObject remark) {
        var file = remark.getString("file");
        return file.isEmpty() ? frame.say("report.whole") : remark.containsKey("line") ? frame.say("report.place", file, remark.getInt("line")) : file;
    }

    private List<Row> articles(String state) {
        return report.getJsonArray("articles").stream().map(JsonValue::asJsonObject).filter(article -> article.getString("state").equals(state))
                .map(article -> new Row(article.getString("file"), text(article))).toList();
    }

    private String text(JsonObject article) {
        var title = article.getString("title");
        return article.containsKey("here") ? frame.say("report.here." + article.getString("here"), title, article.getString("slug")) : title;
    }

    private List<Row> rows(String list, Function<JsonObject, Row> row) {
        return report.getJsonArray(list).stream().map(JsonValue::asJsonObject).map(row).toList();
    }
}
