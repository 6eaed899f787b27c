package org.lectern.content.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void what_is_unset_is_safe_in_production() {
        var settings = settings(Map.of());

        assertEquals("Lectern", settings.siteName());
        assertEquals(URI.create("http://127.0.0.1:8080"), settings.url());
        assertFalse(settings.samples());
        assertEquals(ZoneId.of("UTC"), settings.zone());
        assertEquals(50, settings.pageSize());
        assertEquals(50, settings.feedSize());
        assertTrue(settings.feedFull());
    }

    @Test
    void reads_every_setting() {
        var settings = settings(Map.of("lectern.site.name", "Handbook", "lectern.url", "https://example.org/kb/", "lectern.data", "/srv/../srv/lectern",
                "lectern.samples", "true", "lectern.zone", "Europe/Vienna", "lectern.page.size", "20", "lectern.feed.size", "500", "lectern.feed.full", "false"));

        assertEquals("Handbook", settings.siteName());
        assertEquals(URI.create("https://example.org/kb"), settings.url());
        assertEquals(Path.of("/srv/lectern"), settings.data());
        assertTrue(settings.samples());
        assertEquals(ZoneId.of("Europe/Vienna"), settings.zone());
        assertEquals(20, settings.pageSize());
        assertEquals(500, settings.feedSize());
        assertFalse(settings.feedFull());
    }

    @Test
    void an_empty_variable_counts_as_unset() {
        var settings = settings(Map.of("lectern.site.name", " ", "lectern.url", ""));

        assertEquals("Lectern", settings.siteName());
        assertEquals(URI.create("http://127.0.0.1:8080"), settings.url());
    }

    @Test
    void the_own_address_names_port_and_context_root_and_a_host_that_a_browser_can_ask() {
        assertEquals(URI.create("http://localhost:9090/kb"), settings(Map.of("lectern.http.host", "*", "lectern.http.port", "9090", "lectern.context.root", "/kb")).url());
        assertEquals(URI.create("https://kb.example.org"), settings(Map.of("lectern.http.host", "kb.example.org", "lectern.http.port", "-1", "lectern.https.port", "443")).url());
        assertEquals(URI.create("http://[::1]"), settings(Map.of("lectern.http.host", "::1", "lectern.http.port", "80")).url());
    }

    @Test
    void a_bad_setting_is_refused_by_the_name_of_its_variable() {
        assertEquals("LECTERN_SAMPLES is \"yes\", but must be true or false. Lectern does not start.", refused("lectern.samples", "yes"));
        assertEquals("LECTERN_PAGE_SIZE is \"0\", but must be a whole number from 1 to 500. Lectern does not start.", refused("lectern.page.size", "0"));
        assertEquals("LECTERN_PAGE_SIZE is \"abc\", but must be a whole number from 1 to 500. Lectern does not start.", refused("lectern.page.size", "abc"));
        assertEquals("LECTERN_ZONE is \"Mars\", but must be a time zone such as UTC or Europe/Vienna. Lectern does not start.", refused("lectern.zone", "Mars"));
        assertEquals("LECTERN_URL is \"ftp://kb.example.org\", but must be an address such as https://kb.example.org or https://example.org/kb. Lectern does not start.", refused("lectern.url", "ftp://kb.example.org"));
        assertEquals("LECTERN_DATA is \"a\0b\", but must be a path. Lectern does not start.", refused("lectern.data", "a\0b"));
        assertEquals("LECTERN_ZONE is \"Middle/Earth\", but must be a time zone such as UTC or Europe/Vienna. Lectern does not start.", refused("lectern.zone", "Middle/Earth"));
        assertEquals("LECTERN_URL is \"kb.example.org\", but must be an address such as https://kb.example.org or https://example.org/kb. Lectern does not start.", refused("lectern.url", "kb.example.org"));
        assertEquals("LECTERN_URL is \"https://a b\", but must be an address such as https://kb.example.org or https://example.org/kb. Lectern does not start.", refused("lectern.url", "https://a b"));
        assertEquals("LECTERN_URL is \"https://example.org/?a=b\", but must be an address such as https://kb.example.org or https://example.org/kb. Lectern does not start.", refused("lectern.url", "https://example.org/?a=b"));
    }

    @Test
    void all_bad_settings_are_told_at_once_and_each_has_a_line_in_the_log() {
        var lines = new ArrayList<String>();
        var logger = Logger.getLogger(Settings.class.getName());
        var listener = listener(lines);
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);

        try {
            assertThrows(Settings.BadSettings.class, () -> settings(Map.of("lectern.page.size", "abc", "lectern.zone", "{0}", "lectern.site.name", "Handbook")));
        } finally {
            logger.removeHandler(listener);
            logger.setUseParentHandlers(true);
        }

        assertEquals(List.of(
                "LECTERN_ZONE is \"{0}\", but must be a time zone such as UTC or Europe/Vienna. Lectern does not start.",
                "LECTERN_PAGE_SIZE is \"abc\", but must be a whole number from 1 to 500. Lectern does not start."), lines);
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {

            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
    }

    private static String refused(String name, String value) {
        return assertThrows(Settings.BadSettings.class, () -> settings(Map.of(name, value))).getMessage();
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
