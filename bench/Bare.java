import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a page costs the server at least: a filter that sends ready bytes, those that nginx sends, with as many headers, on an Open Liberty with nothing but servlets. See {@code bench/readers}. */
public final class Bare extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        var bytes = files.computeIfAbsent(request.getRequestURI(), Bare::read);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("Content-Language", "en");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader("ETag", "\"bare\"");
        response.setContentType("text/html; charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] read(String path) {
        try {
            return Files.readAllBytes(Path.of(System.getenv("BENCH_STATIC") + path + "index.html.gz"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
