package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2014-03-12                          | 2014-03-11T23:00:00Z
            2014-3-2                            | 2014-03-01T23:00:00Z
            2016/01/22 9:05                     | 2016-01-22T08:05:00Z
            2014-03-12 14:11:00                 | 2014-03-12T13:11:00Z
            2015-03-17 14:00:00 -4              | 2015-03-17T18:00:00Z
            2014-03-12T14:11:00.5+0530          | 2014-03-12T08:41:00.500Z
            2014-03-12T14:11:00Z                | 2014-03-12T14:11:00Z
            2014-03-12 14:11 PST                | 2014-03-12T22:11:00Z
            2014-03-12 14:11 America/New_York   | 2014-03-12T18:11:00Z
            12 March 2014                       | 2014-03-11T23:00:00Z
            March 12, 2014 2:11 pm              | 2014-03-12T13:11:00Z
            Mar 12, 2014                        | 2014-03-11T23:00:00Z
            Wed, 12 Mar 2014 14:11:00 GMT       | 2014-03-12T14:11:00Z
            1394633460                          | 2014-03-12T14:11:00Z
            """)
    void is_read_as_authors_write_it(String written, Instant meant) {
        assertEquals(Optional.of(meant), SourceDates.parse(written, ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2014-02-30", "2014-13-01", "2014-03-12 25:00", "2014-03-12 14:11 Mars/Olympus", "12 Foo 2014", "2014", "14-03-12", "2014-03-12T14:11:00+99:00", "2014-03-12 x"})
    void nonsense_is_no_date(String written) {
        assertEquals(Optional.empty(), SourceDates.parse(written, ZoneId.of("Europe/Berlin")));
    }
}
