package org.lectern.admin.listing;

import java.time.Instant;

import org.lectern.admin.frame.Frame;
import org.lectern.content.article.Status;
import org.lectern.content.writing.ArticleLine;

/** An article in a list of the desk, in words. @param state what readers see of it, and what waits; @param mark how that looks */
public record ArticleRow(String address, String title, String state, String mark, String tags, String owner, String published, String changed, String changedBy) {

    public static ArticleRow of(Frame frame, ArticleLine line, Instant now) {
        return new ArticleRow(frame.address("/admin/articles/" + line.id()), line.title(), state(frame, line, now), mark(line, now), String.join(", ", line.tags()), line.owner(),
                line.publishedAt().map(frame::when).orElse(""), frame.when(line.changedAt()), line.changedBy());
    }

    private static String state(Frame frame, ArticleLine line, Instant now) {
        var state = switch (line.status()) {
            case DRAFT -> frame.say("state.draft");
            case SCHEDULED -> frame.say("state.scheduled", line.publishedAt().map(frame::when).orElse(""));
            case PUBLISHED -> frame.say(line.isExpired(now) ? "state.expired" : "state.published");
            case WITHDRAWN -> frame.say("state.withdrawn");
            case BINNED -> frame.say("state.binned");
        };
        if (line.handedIn()) {
            return frame.say("state.handedIn", state);
        }
        return line.staged() && line.status() == Status.PUBLISHED ? frame.say("state.staged", state) : state;
    }

    private static String mark(ArticleLine line, Instant now) {
        if (line.handedIn() || line.isExpired(now)) {
            return "due";
        }
        return switch (line.status()) {
            case PUBLISHED -> "live";
            case SCHEDULED -> "busy";
            default -> "";
        };
    }
}
