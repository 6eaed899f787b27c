package org.lectern.content.markdown;

/**
 * Where in the source a destination stands, and how it is written there.
 *
 * @param start index in the source of the first character that a new destination replaces
 * @param end   index behind the last one
 */
record Place(int start, int end, Form form, String destination) {

    enum Form {
        /** After {@code ](} or {@code ]:}, bare or in angle brackets. */
        MARKDOWN,
        /** {@code <https://…>}, with its brackets. */
        AUTOLINK,
        /** An address in running text. */
        BARE,
        /** The value of an attribute with its quotes, if it has any. */
        ATTRIBUTE
    }

    /** The destination as it must be written here. {@code old} is what stands here now. */
    String write(String changed, String old) {
        return switch (form) {
            case MARKDOWN -> markdown(changed);
            case AUTOLINK -> changed.matches("[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>\\x00-\\x1f]*") ? "<" + changed + ">" : spelledOut(old.substring(1, old.length() - 1), changed);
            case BARE -> changed.matches("https?://[A-Za-z0-9.-]*[A-Za-z0-9](:\\d+)?(/([A-Za-z0-9/.%-]*[A-Za-z0-9/])?)?") ? changed : spelledOut(old, changed);
            case ATTRIBUTE -> '"' + changed.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace("\n", "%0A") + '"';
        };
    }

    private static String spelledOut(String text, String destination) {
        return "[" + text.replaceAll("([\\\\\\[\\]])", "\\\\$1") + "](" + markdown(destination) + ")";
    }

    /** Escapes what would end or change a destination; {@code |} would end a table's cell and is percent-encoded, as are line breaks. */
    private static String markdown(String destination) {
        var safe = destination.replace("\r", "").replace("\n", "%0A").replace("|", "%7C").replace("\\", "\\\\").replaceAll("&(?=#?[A-Za-z0-9]+;)", "&amp;");
        if (safe.isEmpty() || safe.startsWith("<") || safe.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return "<" + safe.replace("<", "\\<").replace(">", "\\>") + ">";
        }
        return balanced(safe) ? safe : safe.replace("(", "\\(").replace(")", "\\)");
    }

    private static boolean balanced(String destination) {
        int open = 0;
        for (int i = 0; i < destination.length() && open >= 0; i++) {
            open += destination.charAt(i) == '(' ? 1 : destination.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0;
    }
}
