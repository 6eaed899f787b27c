package org.lectern.content.writing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;

/** Keeps what people type and have not saved, one row for each person and page, in everybody's own name alone. It touches neither article nor edition nor audit. */
@ApplicationScoped
@Transactional
public class Autosaves {

    /** The most that is kept of one page, in characters. */
    public static final int LONGEST_CONTENT = 4_000_000;

    /** Pages of one person, of which something is kept. */
    private static final int MOST_PAGES = 100;

    private static final Pattern PAGE = Pattern.compile("article:[1-9][0-9]{0,17}|new:[A-Za-z0-9_-]{8,40}");

    @Inject
    AutosaveRows rows;

    @Inject
    Clock clock;

    /** @param page {@code article:ID}, or {@code new:} and a random word; @param content the editor's fields as JSON @throws Refusal if it is too long, or too much is kept already */
    public void keep(Actor actor, String page, String content, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        if (!PAGE.matcher(page).matches()) {
            throw new Refusal("autosave.page");
        }
        if (content.length() > LONGEST_CONTENT) {
            throw new Refusal("autosave.long", LONGEST_CONTENT);
        }
        var known = rows.find(actor.account(), page);
        if (known.isEmpty() && rows.count(actor.account()) >= MOST_PAGES) {
            throw new Refusal("autosave.many", MOST_PAGES);
        }
        var autosave = known.orElseGet(() -> new Autosave(actor.account(), page));
        autosave.hold(content, seenVersion, clock.instant());
        if (known.isPresent()) {
            rows.save(autosave);
        } else {
            rows.add(autosave);
        }
    }

    /** What this person typed there and has not saved. */
    public Optional<Autosave> of(Actor actor, String page) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return rows.find(actor.account(), page);
    }

    /** What this person typed of articles that are not begun yet, the newest first. */
    public List<Autosave> begun(Actor actor, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return rows.begun(actor.account(), Limit.of(most));
    }

    /** What this person has typed last and not saved, the newest first. */
    public List<Autosave> newest(Actor actor, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return rows.of(actor.account(), Limit.of(most));
    }

    /** It has been saved, or is not wanted. */
    public void drop(Actor actor, String page) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        rows.find(actor.account(), page).ifPresent(rows::remove);
    }
}
