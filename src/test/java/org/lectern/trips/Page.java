package org.lectern.trips;

import java.io.StringReader;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One answer of the server. */
public record Page(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    /** The only value of this header; empty text if it is missing. @throws IllegalStateException if there are more */
    public String header(String name) {
        var values = response.headers().allValues(name);
        if (values.size() > 1) {
            throw new IllegalStateException(name + " comes " + values.size() + " times: " + values);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The cookies that this answer sets. */
    public List<HttpCookie> cookies() {
        return response.headers().allValues("Set-Cookie").stream().flatMap(header -> HttpCookie.parse(header).stream()).toList();
    }

    public Optional<String> cookie(String name) {
        return cookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
    }

    public byte[] bytes() {
        return response.body();
    }

    /** The body as UTF-8. */
    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    public Document document() {
        return Jsoup.parse(body(), response.uri().toString());
    }

    /** The text of the one element that this CSS selector finds. @throws IllegalStateException if there is none, or more than one */
    public String text(String css) {
        var found = document().select(css);
        if (found.size() != 1) {
            throw new IllegalStateException(css + " finds " + found.size() + " elements in\n" + body());
        }
        return found.get(0).text();
    }

    /**
     * What the forms that this CSS selector finds would send, with other values for some fields: the token and the version that the page shows among it.
     *
     * @param fields names and values by turns
     */
    public Map<String, String> form(String css, String... fields) {
        var form = new HashMap<String, String>();
        for (var element : document().select(css)) {
            element.select("input[name]:not([type=checkbox], [type=radio], [type=file])").forEach(input -> form.put(input.attr("name"), input.val()));
            element.select("textarea[name]").forEach(area -> form.put(area.attr("name"), area.wholeText()));
        }
        for (var at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return form;
    }

    /** The texts of all elements that this CSS selector finds. */
    public List<String> texts(String css) {
        return document().select(css).eachText();
    }
}
