package org.lectern.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SiteTest {

    @Test
    void a_language_is_called_as_its_readers_call_it() {
        var site = new Site();

        assertEquals("Deutsch", site.languageName("de"));
        assertEquals("العربية", site.languageName("ar"));
        assertEquals("português (Brasil)", site.languageName("pt-BR"));
    }
}
