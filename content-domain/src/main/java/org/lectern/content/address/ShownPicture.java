package org.lectern.content.address;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a browser finds a picture, and how large it is, so that nothing jumps while the page loads.
 *
 * @param width in CSS pixels; 0 where it has no size of its own, like {@code height}
 * @param narrower its smaller copies
 */
public record ShownPicture(String address, int width, int height, List<Copy> narrower) {

    /** A smaller copy. @param width in pixels */
    public record Copy(String address, int width) {
    }

    /** A picture without smaller copies. */
    public ShownPicture(String address, int width, int height) {
        this(address, width, height, List.of());
    }

    /** Of the column of text: see {@code --measure} of the look. A copy of a picture that is narrower than the column is chosen as if it filled it. */
    private static final String SIZES = "(max-width: 46rem) 100vw, 44rem";

    /** The address of its smallest copy; its own if it has none. */
    public String smallest() {
        return narrower.isEmpty() ? address : narrower.get(0).address();
    }

    /** What {@code <img>} says of it besides its alternative text, beginning with a space. */
    String attributes() {
        var written = new StringBuilder();
        if (!narrower.isEmpty()) {
            written.append(" srcset=\"").append(narrower.stream().map(copy -> candidate(copy.address(), copy.width())).collect(Collectors.joining(", ", "", ", "))).append(candidate(address, width))
                    .append("\" sizes=\"").append(SIZES).append('"');
        }
        if (width > 0 && height > 0) {
            written.append(" width=\"").append(width).append("\" height=\"").append(height).append('"');
        }
        return written.toString();
    }

    /** A comma at the end of an address would part two candidates. */
    private static String candidate(String address, int width) {
        return address.replace(",", "%2C") + " " + width + "w";
    }
}
