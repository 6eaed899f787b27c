package org.lectern.content.article;

import java.time.Instant;

/** A revision as a list shows it. @param reason a word from a fixed list: {@code edit}, {@code publish} */
public record RevisionLine(Integer number, String title, String account, String reason, Instant madeAt) {
}
