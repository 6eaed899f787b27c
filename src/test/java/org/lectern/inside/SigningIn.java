package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.people.SignIns;

/** How long a sign-in holds: until its person signs out, asks for nothing for an hour, or has been in for eight. */
interface SigningIn {

    Lectern lectern();

    @Test
    default void a_sign_in_ends_after_an_hour_in_which_nothing_is_asked_for() {
        var lectern = lectern();
        var anna = new Actor("anna", Set.of(Role.AUTHOR), "192.0.2.3");
        assertEquals(SignIns.State.BEGUN, lectern.signIns.meet(anna, "idle"));
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(59)));
        assertEquals(SignIns.State.HOLDS, lectern.signIns.meet(anna, "idle"));
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(60)));

        var state = lectern.signIns.meet(anna, "idle");

        assertEquals(SignIns.State.ENDED, state);
        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(anna, "idle"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'SIGN_IN_TIMED_OUT' and account = 'anna' and happened_at >= ?", lectern.clock.instant().atOffset(java.time.ZoneOffset.UTC)));
    }

    @Test
    default void a_sign_in_ends_after_eight_hours_however_busy_the_person_is() {
        var lectern = lectern();
        lectern.signIns.meet(Lectern.EVA, "busy");
        for (var hour = 0; hour < 7; hour++) {
            lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(59)));
            assertEquals(SignIns.State.HOLDS, lectern.signIns.meet(Lectern.EVA, "busy"));
        }
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(59)));
        assertEquals(SignIns.State.HOLDS, lectern.signIns.meet(Lectern.EVA, "busy"));

        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(8)));

        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(Lectern.EVA, "busy"));
    }

    @Test
    default void who_has_signed_out_is_told_of_once_and_never_comes_in_again() {
        var lectern = lectern();
        var vera = new Actor("vera", Set.of(Role.AUTHOR), "192.0.2.7");
        lectern.signIns.meet(vera, "left");
        lectern.signIns.end(vera, "left");
        lectern.signIns.end(vera, "left");
        lectern.signIns.end(vera, "left before the first page");

        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(vera, "left"));
        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(vera, "left before the first page"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'SIGNED_IN' and account = 'vera' and address = '192.0.2.7'"));
        assertEquals(2, lectern.number("select count(*) from audit where action = 'SIGNED_OUT' and account = 'vera'"));
    }

    @Test
    default void a_sign_in_whose_cookie_never_comes_back_is_told_and_one_that_does_is_told_once() {
        var lectern = lectern();
        lectern.signIns.begin(new Actor("Wilma", Set.of(), "192.0.2.21"), "never used");
        lectern.signIns.begin(new Actor("Walt", Set.of(), "192.0.2.21"), "used");
        var walt = new Actor("walt", Set.of(Role.AUTHOR), "192.0.2.22");

        var states = List.of(lectern.signIns.meet(walt, "used"), lectern.signIns.meet(walt, "used"), lectern.signIns.meet(Lectern.EVA, "used"));

        assertEquals(List.of(SignIns.State.BEGUN, SignIns.State.HOLDS, SignIns.State.ENDED), states);
        assertEquals(1, lectern.number("select count(*) from audit where action = 'SIGNED_IN' and account = 'Wilma'"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'SIGNED_IN' and lower(account) = 'walt'"));
        assertTrue(lectern.profiles.own(walt).isPresent());
    }

    @Test
    default void a_sign_in_that_is_not_used_for_an_hour_has_ended() {
        var lectern = lectern();
        lectern.signIns.begin(new Actor("eva", Set.of(), "192.0.2.23"), "late");

        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(60)));

        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(Lectern.EVA, "late"));
    }

    @Test
    default void a_token_counts_for_its_own_person_alone() {
        var lectern = lectern();
        lectern.signIns.meet(Lectern.EVA, "of eva");

        assertEquals(SignIns.State.ENDED, lectern.signIns.meet(Lectern.ANNA, "of eva"));
        assertEquals(SignIns.State.HOLDS, lectern.signIns.meet(Lectern.EVA, "of eva"));
    }

    @Test
    default void the_first_sign_in_of_somebody_who_writes_makes_a_profile_and_that_of_a_reader_none() {
        var lectern = lectern();
        var wanda = new Actor("wanda", Set.of(Role.AUTHOR), "192.0.2.8");
        var rolf = new Actor("rolf", Set.of(Role.READER), "192.0.2.9");

        lectern.signIns.meet(wanda, "first of wanda");
        lectern.signIns.meet(wanda, "second of wanda");
        lectern.signIns.meet(rolf, "first of rolf");

        assertTrue(lectern.profiles.own(wanda).isPresent());
        assertEquals(1, lectern.number("select count(*) from audit where action = 'PROFILE_MADE' and account = 'wanda'"));
        assertEquals(0, lectern.number("select count(*) from author where account = 'rolf'"));
    }

    @Test
    default void an_account_is_not_taken_for_an_author_of_the_same_name_who_came_in_by_an_import() {
        var lectern = lectern();
        lectern.bring("namesakes", "by-xenia.md", "---\ntitle: By Xenia\ndate: 2026-02-01\nauthors: [Xenia]\n---\nText.");
        var account = new Actor("xenia", Set.of(Role.AUTHOR), "192.0.2.10");

        lectern.signIns.meet(account, "first of xenia");

        assertEquals("xenia-2", lectern.profiles.own(account).orElseThrow().slug().value());
        assertFalse(lectern.authors.bySlugs(List.of(new org.lectern.content.Slug("xenia"))).isEmpty());
    }

    @Test
    default void who_changes_the_name_is_the_same_author_under_both() {
        var lectern = lectern();
        var yann = new Actor("yann", Set.of(Role.AUTHOR), "192.0.2.11");
        lectern.signIns.meet(yann, "first of yann");
        var profile = lectern.profiles.own(yann).orElseThrow();

        lectern.profiles.change(yann, "Yann Young", "Writes about clocks.", profile.version());
        lectern.bring("two-names", "by-both.md", "---\ntitle: By both\ndate: 2026-02-01\nauthors: [Yann Young, yann]\n---\nText.");

        assertEquals(1, lectern.number("select count(*) from author where name = 'Yann Young' or slug like 'yann%'"));
        assertEquals("Writes about clocks.", lectern.profiles.own(yann).orElseThrow().about().orElseThrow());
        assertEquals(1, lectern.number("select count(*) from audit where action = 'PROFILE_CHANGED' and account = 'yann'"));
    }

    @Test
    default void nobody_takes_the_name_of_another_author() {
        var lectern = lectern();
        lectern.bring("others-names", "by-grace.md", "---\ntitle: By Grace\ndate: 2026-02-01\nauthors: [Grace Gray]\n---\nText.");
        var zack = new Actor("zack", Set.of(Role.AUTHOR), "192.0.2.24");
        var zita = new Actor("zita", Set.of(Role.AUTHOR), "192.0.2.25");
        lectern.signIns.meet(zack, "first of zack");
        lectern.signIns.meet(zita, "first of zita");
        lectern.profiles.change(zita, "Zita Zoe", "", lectern.profiles.own(zita).orElseThrow().version());

        for (var name : List.of("Grace Gray", "grace gray!", "zita", "Zita Zoe", "ZITA ZOE")) {
            var refusal = assertThrows(Refusal.class, () -> lectern.profiles.change(zack, name, "", lectern.profiles.own(zack).orElseThrow().version()), name);

            assertEquals("author.name.taken", refusal.key());
        }
        assertEquals("zack", lectern.profiles.own(zack).orElseThrow().name());
    }

    @Test
    default void a_name_that_was_only_tried_on_stays_free_for_its_person() {
        var lectern = lectern();
        var zeno = new Actor("zeno", Set.of(Role.AUTHOR), "192.0.2.26");
        lectern.signIns.meet(zeno, "first of zeno");
        lectern.profiles.change(zeno, "Linus Lind", "", lectern.profiles.own(zeno).orElseThrow().version());
        lectern.profiles.change(zeno, "zeno", "", lectern.profiles.own(zeno).orElseThrow().version());

        lectern.bring("of-linus", "by-linus.md", "---\ntitle: By Linus\ndate: 2026-02-01\nauthors: [Linus Lind]\n---\nText.");

        assertEquals(1, lectern.number("select count(*) from author where slug = 'linus-lind' and account is null"));
        assertEquals(0, lectern.number("select count(*) from author_alias where slug = 'linus-lind'"));
    }

    @Test
    default void a_name_under_which_articles_were_published_leads_to_the_same_person_for_good() {
        var lectern = lectern();
        var zora = new Actor("zora", Set.of(Role.AUTHOR), "192.0.2.27");
        lectern.signIns.meet(zora, "first of zora");
        lectern.profiles.change(zora, "Zora Zahn", "", lectern.profiles.own(zora).orElseThrow().version());
        lectern.bring("of-zora", "by-zora.md", "---\ntitle: By Zora\ndate: 2026-02-01\nauthors: [Zora Zahn]\n---\nText.");

        lectern.profiles.change(zora, "Zora Ziegler", "", lectern.profiles.own(zora).orElseThrow().version());
        lectern.bring("of-zora", "by-zora.md", "---\ntitle: By Zora\ndate: 2026-02-01\nauthors: [Zora Zahn]\n---\nText.", "again.md", "---\ntitle: Again\ndate: 2026-02-01\nauthors: [zora zahn]\n---\nText.");

        assertEquals(2, lectern.number("select count(*) from article_author where author_id = (select id from author where account = 'zora')"));
        assertEquals(1, lectern.number("select count(*) from author where lower(name) like 'zora%'"));
    }
}
