package org.lectern.admin.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lectern.admin.frame.Frame;
import org.lectern.admin.writing.Proofs;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.ArticleContent.NamedTag;
import org.lectern.content.article.Revision;
import org.lectern.content.writing.Difference;

/** What parts two revisions, for a view: the facts beside the text, the page block by block, the source line by line. */
public final class Comparison {

    private static final int LINES_AROUND = 3;
    private static final int BLOCKS_AROUND = 1;

    private final List<Fact> facts;
    private final List<Block> blocks;
    private final List<Line> lines;

    /** What was and is of a fact; either may be empty. */
    public record Fact(String name, String before, String after) {
    }

    /** A block of the page. @param mark {@code same}, {@code removed}, {@code added} or {@code gap}; @param word the same for people */
    public record Block(String mark, String word, String html) {
    }

    /** A line of the source. @param sign a plus or minus for people, of what was added or removed; @param word the same in words */
    public record Line(String mark, String sign, String word, String number, List<Piece> pieces) {
    }

    /** Part of a line. @param mark {@code same}, {@code removed} or {@code added} */
    public record Piece(String mark, String text) {
    }

    private Comparison(List<Fact> facts, List<Block> blocks, List<Line> lines) {
        this.facts = facts;
        this.blocks = blocks;
        this.lines = lines;
    }

    /** @param before empty if there was nothing */
    public static Comparison of(Frame frame, Proofs proofs, Optional<Revision> before, Revision after) {
        return new Comparison(facts(frame, before, after), blocks(frame, before.map(revision -> proofs.html(frame.actor(), revision)).orElse(""), proofs.html(frame.actor(), after)),
                lines(frame, before.map(Revision::source).orElse(""), after.source()));
    }

    private static List<Fact> facts(Frame frame, Optional<Revision> before, Revision after) {
        var facts = new ArrayList<Fact>();
        fact(facts, frame.say("compare.fact.title"), before, after, Revision::title);
        fact(facts, frame.say("compare.fact.slug"), before, after, revision -> revision.slug().value());
        content(facts, frame.say("compare.fact.tags"), before, after, content -> content.tags().stream().map(NamedTag::name).collect(Collectors.joining(", ")));
        content(facts, frame.say("compare.fact.authors"), before, after, content -> String.join(", ", content.authors()));
        content(facts, frame.say("compare.fact.summary"), before, after, content -> content.summary().orElse(""));
        content(facts, frame.say("compare.fact.description"), before, after, content -> content.description().orElse(""));
        content(facts, frame.say("compare.fact.language"), before, after, ArticleContent::language);
        content(facts, frame.say("compare.fact.weight"), before, after, content -> content.weight().map(String::valueOf).orElse(""));
        content(facts, frame.say("compare.fact.image"), before, after, content -> content.image().orElse(""));
        content(facts, frame.say("compare.fact.series"), before, after, content -> content.series().orElse(""));
        content(facts, frame.say("compare.fact.expiry"), before, after, content -> content.expiresAt().map(frame::time).orElse(""));
        return List.copyOf(facts);
    }

    private static void content(List<Fact> facts, String name, Optional<Revision> before, Revision after, Function<ArticleContent, String> value) {
        fact(facts, name, before, after, revision -> value.apply(revision.content()));
    }

    private static void fact(List<Fact> facts, String name, Optional<Revision> before, Revision after, Function<Revision, String> value) {
        var was = before.map(value).orElse("");
        var is = value.apply(after);
        if (!was.equals(is)) {
            facts.add(new Fact(name, was, is));
        }
    }

    private static List<Block> blocks(Frame frame, String before, String after) {
        return Difference.blocks(before, after, BLOCKS_AROUND).stream().map(block -> new Block(mark(block.kind()), word(frame, block.kind(), "compare.gap.blocks", block.count()), block.html())).toList();
    }

    private static List<Line> lines(Frame frame, String before, String after) {
        return Difference.lines(before, after, LINES_AROUND).stream().map(line -> new Line(mark(line.kind()), sign(line.kind()), word(frame, line.kind(), "compare.gap.lines", line.number()),
                line.kind() == Difference.Kind.GAP ? "" : Integer.toString(line.number()), line.pieces().stream().map(piece -> new Piece(mark(piece.kind()), piece.text())).toList())).toList();
    }

    private static String mark(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case SAME, GAP -> "";
        };
    }

    private static String word(Frame frame, Difference.Kind kind, String gap, int count) {
        return switch (kind) {
            case ADDED -> frame.say("compare.added");
            case REMOVED -> frame.say("compare.removed");
            case GAP -> frame.say(gap, count);
            case SAME -> "";
        };
    }

    public List<Fact> getFacts() {
        return facts;
    }

    public List<Block> getBlocks() {
        return blocks;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether they are the same in all that readers see. */
    public boolean isNothing() {
        return facts.isEmpty() && lines.isEmpty();
    }
}
