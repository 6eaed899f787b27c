package org.lectern.admin.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip made for one test: {@code Zip.of("posts/leases.md", article("Leases"))}. */
public record Zip(byte[] bytes) {

    private static final String BOUNDARY = "boundary-of-the-trips";

    /** The type of a body that {@link #form} makes. */
    public static final String FORM_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    /** @param files paths and texts by turns */
    public static Zip of(String... files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var at = 0; at < files.length; at += 2) {
                zip.putNextEntry(new ZipEntry(files[at]));
                zip.write(files[at + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(bytes.toByteArray());
    }

    /** One file that packs extremely well. */
    static Zip ofZeros(String path, int size) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(new byte[size]);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(bytes.toByteArray());
    }

    /** So many articles, each with its own title. */
    public static Zip ofArticles(String name, int count) {
        var files = new ArrayList<String>();
        for (var number = 1; number <= count; number++) {
            files.addAll(List.of(name + "-" + number + ".md", article(name + " " + number)));
        }
        return of(files.toArray(String[]::new));
    }

    public static String article(String title) {
        return "---\ntitle: " + title + "\ndate: 2026-01-02\ntags: [Trips]\n---\nWhat it is about.\n";
    }

    public BodyPublisher body() {
        return BodyPublishers.ofByteArray(bytes);
    }

    /** What a browser sends for the form of the import page. */
    public static BodyPublisher form(byte[] zip, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"zip\"; filename=\"blog.zip\"\r\nContent-Type: application/zip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }
}
