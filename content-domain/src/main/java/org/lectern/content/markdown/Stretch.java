package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLines;

/** A stretch of the source without what its containers put before each line ({@code >}, indentation): its text, and where each character of it stands. */
final class Stretch {

    private final String text;
    private final List<SourceSpan> spans;
    private final int[] starts;

    private Stretch(String text, List<SourceSpan> spans) {
        this.text = text;
        this.spans = spans;
        this.starts = new int[spans.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + spans.get(i - 1).getLength() + 1;
        }
    }

    static Stretch of(String source, List<SourceSpan> spans) {
        var text = new StringBuilder();
        for (var span : spans) {
            text.append(text.isEmpty() && span == spans.get(0) ? "" : "\n").append(source, span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        return new Stretch(text.toString(), spans);
    }

    /** Empty where the parser works on another text than the source has (an escaped bar in a table's cell). */
    static Optional<Stretch> of(SourceLines lines) {
        var spans = new ArrayList<SourceSpan>();
        for (var line : lines.getLines()) {
            if (line.getSourceSpan() == null || line.getSourceSpan().getLength() != line.getContent().length()) {
                return Optional.empty();
            }
            spans.add(line.getSourceSpan());
        }
        return Optional.of(new Stretch(lines.getContent(), spans));
    }

    String text() {
        return text;
    }

    /** Index in the source of the character at {@code index} of this text. */
    int at(int index) {
        var span = spanOf(index);
        return spans.get(span).getInputIndex() + index - starts[span];
    }

    /** Line in the source, from 1. */
    int line(int index) {
        return spans.get(spanOf(index)).getLineIndex() + 1;
    }

    private int spanOf(int index) {
        int span = starts.length - 1;
        while (span > 0 && starts[span] > index) {
            span--;
        }
        return span;
    }

    /** Where the destination stands that begins behind {@code from} and white space: in angle brackets, or up to white space or a closing parenthesis that was not opened. */
    Optional<Place> destination(int from, String destination) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start < text.length() && text.charAt(start) == '<' ? bracketedEnd(start) : bareEnd(start);
        if (end < 0 || text.substring(start, end).indexOf('\n') >= 0) {
            return Optional.empty();
        }
        int at = start < text.length() || spans.isEmpty() ? at(start) : at(start - 1) + 1;
        return Optional.of(new Place(at, at + end - start, Place.Form.MARKDOWN, destination));
    }

    private int bracketedEnd(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private int bareEnd(int start) {
        int open = 0;
        int i = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                open++;
            } else if (c <= ' ' || c == ')' && open-- == 0) {
                return i;
            }
        }
        return Math.min(i, text.length());
    }
}
