package org.lectern.content.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** A folder of files under a source's name, and the way of a script to import it: {@code Source.named("blog").with("leases.md", text).apply(server)}. */
record Source(String name, Map<String, byte[]> files) {

    private static Server imports;

    /** The server that the trips of the import share. It begins empty; each trip has a source and slugs of its own. */
    static synchronized Server server() {
        if (imports == null) {
            imports = Server.start("imports", Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(imports::close));
        }
        return imports;
    }

    static Source named(String name) {
        return new Source(name, Map.of());
    }

    /** All files below a folder of this machine. */
    static Source folder(String name, Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.walk(folder.toRealPath())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.toRealPath().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Source(name, files);
    }

    Source with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Source with(String path, byte[] bytes) {
        var more = new TreeMap<>(files);
        more.put(path, bytes);
        return new Source(name, more);
    }

    Source without(String path) {
        var fewer = new TreeMap<>(files);
        if (fewer.remove(path) == null) {
            throw new IllegalArgumentException("No such file: " + path);
        }
        return new Source(name, fewer);
    }

    /** The same files in another folder, or, where {@code to} is empty, out of the folder that they are in. */
    Source moved(String from, String to) {
        return new Source(name, new TreeMap<>(files.entrySet().stream()
                .collect(Collectors.toMap(file -> file.getKey().startsWith(from) ? to + file.getKey().substring(from.length()) : file.getKey(), Map.Entry::getValue))));
    }

    /** What an import would do. @param options names and values by turns */
    Report plan(Server server, String... options) {
        return report(send(server, false, options));
    }

    /** What an import has done. @param options names and values by turns */
    Report apply(Server server, String... options) {
        return report(send(server, true, options));
    }

    /** The answer as it comes. @param more headers, names and values by turns */
    Page send(Server server, boolean apply, String[] options, String... more) {
        var query = new StringBuilder("?source=").append(encode(name)).append("&apply=").append(apply);
        for (var i = 0; i < options.length; i += 2) {
            query.append('&').append(options[i]).append('=').append(encode(options[i + 1]));
        }
        var headers = new java.util.ArrayList<>(List.of("Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip"));
        headers.addAll(List.of(more));
        return new Site(server).send("POST", "/api/v1/imports" + query, BodyPublishers.ofByteArray(zip()), headers.toArray(String[]::new));
    }

    private Page send(Server server, boolean apply, String... options) {
        return send(server, apply, options, new String[0]);
    }

    private static Report report(Page answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + "\n" + answer.body());
        }
        return new Report(json(answer));
    }

    static JsonObject json(Page answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the API answers. */
    record Report(JsonObject json) {

        /** {@code new}, {@code changed}, {@code unchanged}, {@code kept}, {@code gone}, {@code refused}, {@code skipped}, {@code images}, {@code missingImages}. */
        int count(String what) {
            return json.getJsonObject("counts").getInt(what);
        }

        /** The counts of articles: {@code 2 new, 1 changed, 0 unchanged, 0 kept}. */
        String articles() {
            return count("new") + " new, " + count("changed") + " changed, " + count("unchanged") + " unchanged, " + count("kept") + " kept";
        }

        /** {@code refused}, {@code skipped}, {@code notes} or {@code missingImages}, each as {@code posts/x.md:3: The reason.} or, without a line, {@code posts/x.md: The reason.} */
        List<String> remarks(String what) {
            return json.getJsonArray(what).getValuesAs(JsonObject.class).stream()
                    .map(remark -> remark.getString("file") + (remark.containsKey("line") ? ":" + remark.getInt("line") : "") + ": " + remark.getString("reason")).toList();
        }

        List<String> gone() {
            return json.getJsonArray("gone").getValuesAs(jakarta.json.JsonString.class).stream().map(jakarta.json.JsonString::getString).toList();
        }
    }
}
