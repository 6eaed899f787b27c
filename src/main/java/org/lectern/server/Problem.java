package org.lectern.server;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

import org.lectern.content.JsonText;
import org.lectern.content.Texts;

/** An answer to a program that asked in vain: {@code application/problem+json} (RFC 9457) with the status, its name and a sentence. */
record Problem(int status, String detail) {

    static final String TYPE = "application/problem+json";
    static final int TOO_MANY_REQUESTS = 429;
    static final int UNPROCESSABLE = 422;

    /** Writes the sentence of this key as the whole answer; headers that are already set stay. */
    static void send(HttpServletResponse response, int status, String key, Object... values) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(new Problem(status, texts().say(key, values)).json());
    }

    String json() {
        var json = JsonText.object();
        title().ifPresent(name -> json.add("title", name));
        return json.add("status", status).add("detail", detail).build().toString();
    }

    /** What the status is called by its standard; empty if it is of no standard. */
    private Optional<String> title() {
        return status == UNPROCESSABLE ? Optional.of("Unprocessable Content") : Optional.ofNullable(Response.Status.fromStatusCode(status)).map(Response.Status::getReasonPhrase);
    }

    static Texts texts() {
        return Texts.in(Locale.ENGLISH, "org.lectern.server.texts");
    }
}
