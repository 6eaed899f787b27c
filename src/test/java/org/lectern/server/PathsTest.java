package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @Test
    void an_address_may_be_percent_encoded_and_hold_signs() {
        assertTrue(Paths.isUri("/api/v1/tags/caf%C3%A9"));
        assertTrue(Paths.isUri("/kb/api/v1/tags/c++,~a;b=c@d'(!)$&*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "[", "^", "`", "\"", "<", "{", "%"})
    void not_every_sign_that_was_sent_makes_an_address(String sign) {
        assertFalse(Paths.isUri("/api/v1/tags" + sign));
    }
}
