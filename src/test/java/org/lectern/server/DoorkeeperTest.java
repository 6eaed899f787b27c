package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

    @Test
    void people_have_names_in_all_scripts_and_with_spaces() {
        assertTrue(Doorkeeper.isName("zoë o'neil"));
        assertTrue(Doorkeeper.isName("LECTERN\\山田"));
        assertTrue(Doorkeeper.isName("uid=anna,ou=people"));
        assertTrue(Doorkeeper.isName(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna\r\n[AUDIT] signed in", "anna\n", "\u001B[2J", "\0", "\u0085", "\u2028", "\u2029", "\u202Eanna", "\u007F"})
    void nobody_is_called_what_would_forge_a_line_of_the_log(String account) {
        assertFalse(Doorkeeper.isName(account));
    }
}
