package org.lectern.web.cache;

/** What a browser says that it can unpack (RFC 9110, 12.5.3). */
public final class Encodings {

    private Encodings() {
    }

    /** @param accepted the header {@code Accept-Encoding}; may be null */
    public static boolean takesGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        var any = false;
        for (var from = 0; from <= accepted.length();) {
            var comma = accepted.indexOf(',', from);
            var end = comma < 0 ? accepted.length() : comma;
            var semicolon = accepted.indexOf(';', from);
            var named = semicolon < 0 || semicolon > end ? end : semicolon;
            while (from < named && accepted.charAt(from) == ' ') {
                from++;
            }
            while (named > from && accepted.charAt(named - 1) == ' ') {
                named--;
            }
            if (is("gzip", accepted, from, named) || is("x-gzip", accepted, from, named)) {
                return isWanted(accepted, named, end);
            }
            any |= is("*", accepted, from, named) && isWanted(accepted, named, end);
            from = end + 1;
        }
        return any;
    }

    private static boolean is(String name, String in, int from, int to) {
        return to - from == name.length() && in.regionMatches(true, from, name, 0, name.length());
    }

    /** Unless its weight is nought. */
    private static boolean isWanted(String accepted, int from, int to) {
        if (from == to) {
            return true;
        }
        var weight = accepted.substring(from, to).replace(" ", "");
        return !weight.matches("(?i);q=0(\\.0*)?");
    }
}
