package org.lectern.admin.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.Texts;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Reviewing;

/** The desk as one request sees it: who asks, the words, and every address that a view writes. */
@Named
@RequestScoped
public class Frame {

    /** The words of the desk. */
    public static final String BUNDLE = "org.lectern.admin.texts";

    @Inject
    Actor actor;

    @Inject
    Settings settings;

    @Inject
    Reviewing reviewing;

    @Inject
    Clock clock;

    @Inject
    FormToken token;

    @Inject
    HttpServletRequest request;

    private Texts texts;
    private String waiting;

    public Actor actor() {
        return actor;
    }

    public Texts texts() {
        if (texts == null) {
            texts = Texts.in(getLocale(), BUNDLE);
        }
        return texts;
    }

    public String say(String key, Object... values) {
        return texts().say(key, values);
    }

    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    /** A BCP 47 tag. */
    public String getLanguage() {
        return getLocale().toLanguageTag();
    }

    public String getSiteName() {
        return settings.siteName();
    }

    public String getAccount() {
        return actor.account();
    }

    /** The roles of whoever asks, the mightiest first: {@code administrator, editor, author}. */
    public String getRoles() {
        return Arrays.stream(Role.values()).sorted((one, other) -> other.compareTo(one)).filter(actor::is).map(role -> say("role." + role.realmName())).collect(Collectors.joining(", "));
    }

    public boolean isAdministrator() {
        return actor.is(Role.ADMINISTRATOR);
    }

    public boolean isEditor() {
        return actor.is(Role.EDITOR);
    }

    /** Whether this person writes articles. */
    public boolean isWriter() {
        return actor.is(Role.AUTHOR) || isEditor();
    }

    /** Whether some page of the desk is for whoever asks: readers have an account only to read. */
    public boolean isStaff() {
        return isWriter() || isAdministrator();
    }

    /** The number of reviews that wait for an editor; empty if none does. */
    public String getWaiting() {
        if (waiting == null) {
            waiting = isEditor() ? Optional.of(reviewing.countWaiting(actor)).filter(number -> number > 0).map(number -> say("frame.number", number)).orElse("") : "";
        }
        return waiting;
    }

    public String getToken() {
        return token.value();
    }

    /** Whether a form has brought the token of this session. */
    public boolean isToken(String sent) {
        return token.is(sent);
    }

    /** An address of ours below the context root. @param path from there on, with a slash before it */
    public String address(String path) {
        return request.getContextPath() + path;
    }

    /** The zone of the site, in which the desk tells times. */
    public String getZone() {
        return settings.zone().getId();
    }

    /** Day and time in words, in the site's zone: {@code 24 Nov 2026, 09:30}. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern(say("frame.time"), getLocale()).withZone(settings.zone()).format(instant);
    }

    /** Today and yesterday by the time, other days by the date: {@code today, 11:42}, {@code 18 Nov 2026}. */
    public String when(Instant instant) {
        var there = instant.atZone(settings.zone());
        var days = there.toLocalDate().until(clock.instant().atZone(settings.zone()).toLocalDate(), ChronoUnit.DAYS);
        var pattern = days == 0 ? "frame.when.today" : days == 1 ? "frame.when.yesterday" : days == -1 ? "frame.when.tomorrow" : days < -1 ? "frame.time" : "frame.when.day";
        return DateTimeFormatter.ofPattern(say(pattern), getLocale()).format(there);
    }
}
