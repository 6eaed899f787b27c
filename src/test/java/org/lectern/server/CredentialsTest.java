package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.server.ApiSignIn.Credentials;

class CredentialsTest {

    @Test
    void reads_name_and_password_in_utf_8() {
        assertEquals(Optional.of(new Credentials("zoë", "pass:wörd")), Credentials.parse("basic " + encoded("zoë:pass:wörd")));
    }

    @Test
    void nothing_else_is_credentials() {
        assertEquals(Optional.empty(), Credentials.parse("Bearer " + encoded("a:b")));
        assertEquals(Optional.empty(), Credentials.parse("Basic"));
        assertEquals(Optional.empty(), Credentials.parse("Basic ***"));
        assertEquals(Optional.empty(), Credentials.parse("Basic " + encoded("no-colon")));
        assertEquals(Optional.empty(), Credentials.parse("Basic " + encoded(":no-name")));
        assertEquals(Optional.empty(), Credentials.parse("Basic " + encoded("no-password:")));
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
