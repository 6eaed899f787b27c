package org.lectern.content;

import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.util.Collection;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;

/** Begins and reads JSON. Each method of {@link jakarta.json.Json} looks for an implementation anew, a tenth of a millisecond each time; here that is done once. */
public final class JsonText {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {
    }

    public static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    /** Begins with what another object holds. */
    public static JsonObjectBuilder object(JsonObject begun) {
        return JSON.createObjectBuilder(begun);
    }

    public static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    /** Begins with these strings or numbers. */
    public static JsonArrayBuilder array(Collection<?> begun) {
        return JSON.createArrayBuilder(begun);
    }

    /** Writes it part by part. */
    public static JsonGenerator generator(Writer written) {
        return JSON.createGenerator(written);
    }

    /** @throws jakarta.json.JsonException if this is no JSON object */
    public static JsonObject read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** In UTF-8. @throws jakarta.json.JsonException if this is no JSON object */
    public static JsonObject read(InputStream text) {
        try (var reader = JSON.createReader(text)) {
            return reader.readObject();
        }
    }
}
