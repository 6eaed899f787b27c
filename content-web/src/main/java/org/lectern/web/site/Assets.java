package org.lectern.web.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Sha256;
import org.lectern.web.cache.Encodings;

/**
 * The files of the look, {@code /assets} of the WAR and of its jars. Under an address that holds the hash of the bytes a file may be kept for ever;
 * under its plain name it is asked for again each time. Packed for those who can unpack it.
 */
@ApplicationScoped
public class Assets {

    /** The sheet of the public site: the tokens and its own rules in one file. */
    public static final String STYLE_SHEET = "site.css";

    private static final Map<String, List<String>> JOINED = Map.of(STYLE_SHEET, List.of("tokens.css", STYLE_SHEET));
    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg", "image/svg+xml", "png", "image/png", "woff2", "font/woff2");
    private static final Pattern NAME = Pattern.compile("(?:(?<hash>[0-9a-f]{16})/)?(?<name>[a-z0-9-]+\\.(?<ending>[a-z0-9]+))");

    @Inject
    ServletContext context;

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    /** @param packed by gzip, empty if that makes nothing smaller */
    private record Asset(byte[] bytes, Optional<byte[]> packed, String type, String hash) {
    }

    /** The address below {@code /assets/} under which this file may be kept for ever. */
    public String path(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No such asset: " + name)).hash() + "/" + name;
    }

    /** @param path below {@code /assets/}; @return whether there is such a file */
    public boolean send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = NAME.matcher(path);
        var asset = asked.matches() ? find(asked.group("name")) : Optional.<Asset>empty();
        if (asset.isEmpty()) {
            return false;
        }
        var file = asset.get();
        var packed = file.packed().filter(bytes -> Encodings.takesGzip(request.getHeader("Accept-Encoding")));
        var tag = '"' + file.hash() + (packed.isPresent() ? "-gzip" : "") + '"';
        response.setHeader("Cache-Control", file.hash().equals(asked.group("hash")) ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        if (file.packed().isPresent()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        if (packed.isPresent()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var bytes = packed.orElse(file.bytes());
        response.setContentType(file.type());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
        return true;
    }

    private Optional<Asset> find(String name) {
        var asset = known.get(name);
        if (asset == null) {
            asset = read(name).orElse(null);
            if (asset == null) {
                return Optional.empty();
            }
            known.put(name, asset);
        }
        return Optional.of(asset);
    }

    private Optional<Asset> read(String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (var part : JOINED.getOrDefault(name, List.of(name))) {
            try (var file = context.getResourceAsStream("/assets/" + part)) {
                if (file == null) {
                    return Optional.empty();
                }
                file.transferTo(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        var plain = bytes.toByteArray();
        return Optional.of(new Asset(plain, Optional.of(packed(plain)).filter(packed -> packed.length < plain.length), type, Sha256.of(plain).substring(0, 16)));
    }

    private static byte[] packed(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
