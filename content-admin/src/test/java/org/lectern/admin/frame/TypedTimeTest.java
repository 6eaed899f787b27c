package org.lectern.admin.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.junit.jupiter.api.Test;

class TypedTimeTest {

    @Test
    void a_day_alone_begins_at_midnight() {
        assertEquals(LocalDateTime.of(2026, 11, 24, 0, 0), TypedTime.read("2026-11-24"));
    }

    @Test
    void a_time_stands_behind_a_space_or_a_letter() {
        assertEquals(List.of(LocalDateTime.of(2026, 11, 24, 9, 30), LocalDateTime.of(2026, 11, 24, 9, 30)), List.of(TypedTime.read("2026-11-24 09:30"), TypedTime.read("2026-11-24T09:30")));
        assertThrows(DateTimeParseException.class, () -> TypedTime.read("2026-11-24 soon"));
        assertThrows(DateTimeParseException.class, () -> TypedTime.read("2026-02-30"));
    }
}
