package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Sign-ins that end by themselves, and the way back to the page that was asked for. */
class SignInEndIT {

    private static final String ASKED = "/admin/articles?q=leases&sort=title";

    private final Site anna = Site.signedIn(Server.desk(), "anna");

    @Test
    void who_asks_for_nothing_for_an_hour_signs_in_again_and_comes_back() {
        assertEquals(200, anna.get(ASKED).status());
        age(Duration.ofMinutes(59), Duration.ofMinutes(59));
        assertEquals(200, anna.get(ASKED).status());

        age(Duration.ofMinutes(60), Duration.ofMinutes(60));

        assertLedBack(anna.get(ASKED));
    }

    @Test
    void who_has_been_in_for_eight_hours_signs_in_again_however_busy_and_comes_back() {
        assertEquals(200, anna.get(ASKED).status());
        age(Duration.ofMinutes(1), Duration.ofMinutes(8 * 60 - 1));
        assertEquals(200, anna.get(ASKED).status());

        age(Duration.ofMinutes(1), Duration.ofHours(8));

        assertLedBack(anna.get(ASKED));
    }

    private void age(Duration idle, Duration length) {
        Server.desk().ageSignIn(anna.cookies().stream().filter(cookie -> cookie.getName().equals("lectern-sign-in")).findFirst().orElseThrow().getValue(), idle, length);
    }

    private void assertLedBack(Page ended) {
        assertEquals(302, ended.status());
        assertEquals("/sign-in?to=%2Fadmin%2Farticles%3Fq%3Dleases%26sort%3Dtitle", path(ended));
        var to = anna.get(path(ended)).document().select("input[name=to]").val();
        var signedIn = anna.post("/j_security_check", Map.of("j_username", "anna", "j_password", "anna-of-the-trips", "to", to));
        assertEquals(ASKED, path(anna.get(path(signedIn))));
        assertEquals(200, anna.get(ASKED).status());
    }

    private static String path(Page answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
