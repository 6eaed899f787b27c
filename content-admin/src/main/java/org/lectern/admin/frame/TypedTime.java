package org.lectern.admin.frame;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days and times in the fields of forms, in the years 0 to 9999: what databases keep ends not far beyond. A day alone begins at midnight. */
public final class TypedTime {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4).appendPattern("-MM-dd[[ ]['T']HH:mm]").parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0).toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TypedTime() {
    }

    /** @throws java.time.format.DateTimeParseException if it is no day, with or without a time */
    public static LocalDateTime read(String typed) {
        return LocalDateTime.parse(typed, READ);
    }

    public static String write(LocalDateTime time) {
        return WRITTEN.format(time);
    }
}
