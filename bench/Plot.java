import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the tables of {@code bench/results/readers.md} as {@code readers.svg}: for each kind of page, what a request costs Lectern and nginx in CPU, on a logarithmic scale. Arguments: table, drawing.
 * By hand, from the root: {@code java bench/Plot.java bench/results/readers.md bench/results/readers.svg}.
 */
public final class Plot {

    private static final int NAMES = 520;
    private static final int SCALE = 400;
    private static final int WIDTH = 1000;
    private static final int ROW = 34;
    private static final int TOP = 64;
    private static final double LEAST = 5;
    private static final double MOST = 20_000;

    /** @param table the heading of its table */
    private record Row(String table, String name, double ours, double theirs) {
    }

    private Plot() {
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), draw(rows(Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8))));
    }

    /** Of each table that {@code bench/readers} has printed, below the heading that stands before it. */
    private static List<Row> rows(List<String> lines) {
        var rows = new ArrayList<Row>();
        var heading = "";
        var isTable = false;
        for (var line : lines) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
            }
            isTable = line.startsWith("| page | connections |") || isTable && line.startsWith("|");
            var cells = line.split("\\|");
            if (isTable && cells.length > 8 && cells[2].strip().matches("\\d+")) {
                rows.add(new Row(heading, cells[1].strip() + ", " + cells[2].strip() + " conn.", number(cells[6]), number(cells[7])));
            }
        }
        return rows;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.strip().replace(",", ""));
    }

    private static String draw(List<Row> rows) {
        var tables = rows.stream().map(Row::table).distinct().count();
        var height = TOP + (rows.size() + tables) * ROW + 20;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(height).append("\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"CPU for a request, of Lectern and of nginx\">\n")
                .append("<style>text{fill:#333}.paper{fill:#fff}.line{stroke:#ddd}.ours{fill:#0b6e75}.theirs{fill:#b0b8bf}@media(prefers-color-scheme:dark){text{fill:#ddd}.paper{fill:#14181b}.line{stroke:#333b40}.ours{fill:#4fb8bf}.theirs{fill:#5d676e}}</style>\n")
                .append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        text(svg, 16, 24, "CPU for a request in µs, on a logarithmic scale: Lectern above, nginx with the same packed bytes below", "start");
        for (var power = 10; power <= MOST; power *= 10) {
            svg.append(String.format(Locale.ENGLISH, "<line class=\"line\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n", place(power), place(power), TOP - 12, height - 12));
            text(svg, place(power), TOP - 18, String.format(Locale.ENGLISH, "%,d", power), "middle");
        }
        var y = TOP - ROW;
        var table = "";
        for (var row : rows) {
            y += ROW;
            if (!row.table().equals(table)) {
                table = row.table();
                text(svg, 16, y + 16, table, "start");
                y += ROW;
            }
            text(svg, NAMES - 10, y + 16, row.name(), "end");
            bar(svg, "ours", y, row.ours());
            bar(svg, "theirs", y + 13, row.theirs());
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, String kind, int y, double value) {
        svg.append(String.format(Locale.ENGLISH, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"11\"/>\n", kind, NAMES, y, place(value) - NAMES));
        text(svg, place(value) + 5, y + 10, String.format(Locale.ENGLISH, "%,.0f", value), "start");
    }

    private static double place(double value) {
        return NAMES + SCALE * Math.log(value / LEAST) / Math.log(MOST / LEAST);
    }

    private static void text(StringBuilder svg, double x, double y, String words, String anchor) {
        svg.append(String.format(Locale.ENGLISH, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
