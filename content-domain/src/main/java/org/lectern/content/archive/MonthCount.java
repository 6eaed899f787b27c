package org.lectern.content.archive;

import java.time.YearMonth;

/** A month, and how many visible articles were published in it. */
public record MonthCount(YearMonth month, int count) {
}
