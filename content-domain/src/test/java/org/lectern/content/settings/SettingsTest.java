package org.lectern.content.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

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
    }

    @Test
    void reads_every_setting() {
        var settings = settings(Map.of("lectern.site.name", "Handbook", "lectern.url", "https://example.org/kb/", "lectern.data", "/srv/../srv/lectern",
                "lectern.samples", "true", "lectern.zone", "Europe/Vienna", "lectern.page.size", "20"));

        assertEquals("Handbook", settings.siteName());
        assertEquals(URI.create("https://example.org/kb"), settings.url());
        assertEquals(Path.of("/srv/lectern"), settings.data());
        assertTrue(settings.samples());
        assertEquals(ZoneId.of("Europe/Vienna"), settings.zone());
        assertEquals(20, settings.pageSize());
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
        assertEquals(URI.create("http://[::1]"), settings(Map.of("lectern.http.host", "::1", "lectern.http.port", "80")).url());
    }

    @Test
    void a_bad_setting_is_refused_by_the_name_of_its_variable() {
        assertEquals("LECTERN_SAMPLES is \"yes\", but must be true or false.", refused("lectern.samples", "yes"));
        assertEquals("LECTERN_PAGE_SIZE is \"0\", but must be a whole number from 1 to 500.", refused("lectern.page.size", "0"));
        assertEquals("LECTERN_ZONE is \"Middle/Earth\", but must be a time zone such as UTC or Europe/Vienna.", refused("lectern.zone", "Middle/Earth"));
        assertEquals("LECTERN_URL is \"kb.example.org\", but must be an address such as https://kb.example.org or https://example.org/kb.", refused("lectern.url", "kb.example.org"));
        assertEquals("LECTERN_URL is \"https://a b\", but must be an address such as https://kb.example.org or https://example.org/kb.", refused("lectern.url", "https://a b"));
        assertEquals("LECTERN_URL is \"https://example.org/?a=b\", but must be an address such as https://kb.example.org or https://example.org/kb.", refused("lectern.url", "https://example.org/?a=b"));
    }

    private static String refused(String name, String value) {
        return assertThrows(Settings.BadSetting.class, () -> settings(Map.of(name, value))).getMessage();
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
