package org.lectern.content.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as authors write them: {@code 2014-03-12}, {@code 2014-3-2 14:11}, {@code 2014-03-12T14:11:00.5+01:00}, {@code 2015-03-17 14:00:00 -4},
 * {@code 2016/01/22 9:00 PST}, {@code 12 March 2014}, {@code March 12, 2014 2:11 pm}, {@code Wed, 12 Mar 2014 14:11:00 GMT}, and seconds since 1970.
 */
final class SourceDates {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** The names that RFC 822 gives to offsets, and two that people use; the JDK reads most of them only with a season. */
    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("z", "+0"), Map.entry("ut", "+0"), Map.entry("utc", "+0"), Map.entry("gmt", "+0"), Map.entry("est", "-5"), Map.entry("edt", "-4"),
            Map.entry("cst", "-6"), Map.entry("cdt", "-5"), Map.entry("mst", "-7"), Map.entry("mdt", "-6"), Map.entry("pst", "-8"), Map.entry("pdt", "-7"),
            Map.entry("cet", "+1"), Map.entry("cest", "+2"), Map.entry("bst", "+1"));
    private static final String TIME = "(?:(?:\\s*[tT]\\s*|,?\\s+)(\\d{1,2})(?::(\\d{2}))(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*([aApP])\\.?[mM]\\b\\.?)?\\s*(.*))?";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile("(?:\\p{L}+,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})" + TIME);
    private static final Pattern MONTH_FIRST = Pattern.compile("(?:\\p{L}+,\\s+)?(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME);
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?([+-])(\\d{1,2}):?(\\d{2})?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern NAMED = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[-_](.+)");

    private SourceDates() {
    }

    /** The moment that this text means; empty if it means none. Where it names no zone, {@code zone} is meant; where it names no time, the day's first moment. */
    static Optional<Instant> parse(String written, ZoneId zone) {
        var text = written.strip();
        try {
            if (SECONDS.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            var match = NUMBERS.matcher(text);
            if (match.matches()) {
                return moment(LocalDate.of(number(match.group(1)), number(match.group(3)), number(match.group(4))), match, 5, zone);
            }
            match = DAY_FIRST.matcher(text);
            if (match.matches()) {
                return moment(LocalDate.of(number(match.group(3)), month(match.group(2)), number(match.group(1))), match, 4, zone);
            }
            match = MONTH_FIRST.matcher(text);
            if (match.matches()) {
                return moment(LocalDate.of(number(match.group(3)), month(match.group(1)), number(match.group(2))), match, 4, zone);
            }
        } catch (DateTimeException e) {
            return Optional.empty();            // the 30th of February
        }
        return Optional.empty();
    }

    /** The date that the name of a post begins with, and the rest of the name: {@code 2019-02-1-x}. */
    static Optional<Map.Entry<LocalDate, String>> named(String name) {
        var match = NAMED.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Map.entry(LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3))), match.group(4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the name of a post begins with in the place of its date, whether or not it is one: {@code 2021-13-45}. */
    static Optional<String> likeDate(String name) {
        var match = NAMED.matcher(name);
        return match.matches() ? Optional.of(name.substring(0, match.end(3))) : Optional.empty();
    }

    private static Optional<Instant> moment(LocalDate day, java.util.regex.MatchResult match, int group, ZoneId zone) {
        if (match.group(group) == null) {
            return Optional.of(day.atStartOfDay(zone).toInstant());
        }
        var hour = number(match.group(group));
        if (match.group(group + 4) != null) {
            hour = hour % 12 + (match.group(group + 4).equalsIgnoreCase("p") ? 12 : 0);
        }
        var second = match.group(group + 2) == null ? 0 : number(match.group(group + 2));
        var nano = match.group(group + 3) == null ? 0 : number((match.group(group + 3) + "00000000").substring(0, 9));
        var time = LocalTime.of(hour, number(match.group(group + 1)), Math.min(second, 59), nano);
        var named = match.group(group + 5).strip();
        return (named.isEmpty() ? Optional.of(zone) : zone(named)).map(found -> LocalDateTime.of(day, time).atZone(found).toInstant());
    }

    private static Optional<ZoneId> zone(String name) {
        var folded = OFFSETS.getOrDefault(name.toLowerCase(Locale.ROOT), name).toLowerCase(Locale.ROOT);
        var match = OFFSET.matcher(folded);
        if (match.matches()) {
            var minutes = number(match.group(2)) * 60 + (match.group(3) == null ? 0 : number(match.group(3)));
            return Optional.of(ZoneOffset.ofTotalSeconds((match.group(1).equals("-") ? -60 : 60) * minutes));
        }
        return name.contains("/") ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
