package org.lectern.web.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Sha256;

/**
 * The files of the look, {@code /assets} of the WAR and of its jars. Under an address that holds the hash of the bytes a file may be kept for ever;
 * under its plain name it is asked for again each time.
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

    private record Asset(byte[] bytes, String type, String hash) {
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
        var tag = "\"" + file.hash() + "\"";
        response.setHeader("Cache-Control", file.hash().equals(asked.group("hash")) ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        response.setContentType(file.type());
        response.setContentLength(file.bytes().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(file.bytes());
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
        return Optional.of(new Asset(bytes.toByteArray(), type, Sha256.of(bytes.toByteArray()).substring(0, 16)));
    }
}
