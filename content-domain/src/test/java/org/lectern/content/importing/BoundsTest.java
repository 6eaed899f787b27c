package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.settings.Settings;

class BoundsTest {

    @Test
    void what_is_unset_is_safe() {
        assertEquals(Bounds.SAFE, Bounds.of(settings(Map.of())));
    }

    @Test
    void every_bound_is_a_setting() {
        var settings = settings(Map.of("lectern.import.archive.mb", "64", "lectern.import.total.mb", "200", "lectern.import.article.mb", "1", "lectern.import.picture.mb", "5",
                "lectern.import.entries", "900", "lectern.import.ratio", "30", "lectern.import.depth", "6", "lectern.import.path.length", "255"));

        assertEquals(new Bounds(64L << 20, 900, 30, 200L << 20, 6, 255, 1 << 20, 5 << 20), Bounds.of(settings));
    }

    @Test
    void a_bad_bound_is_refused_by_the_name_of_its_variable() {
        var bad = assertThrows(Settings.BadSettings.class, () -> settings(Map.of("lectern.import.archive.mb", "1GB")));

        assertEquals("LECTERN_IMPORT_ARCHIVE_MB is \"1GB\", but must be a whole number from 1 to 4000. Lectern does not start.", bad.getMessage());
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
