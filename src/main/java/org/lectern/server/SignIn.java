package org.lectern.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Role;
import org.lectern.content.settings.Settings;

/**
 * The sign-in page, {@code /sign-in}, to which the container sends whoever asks for a page of staff, and which anybody may open; {@code /sign-in/failed} after a
 * wrong try. {@code /sign-in/done} leads on: to the page that was on the way ({@code to}, a path below the context root), else staff to the desk and readers to the
 * front page.
 */
public class SignIn extends HttpServlet {

    private static final long serialVersionUID = 1;
    static final String PATH = "/sign-in";
    /** The form-error-page of {@code web.xml}. */
    static final String FAILED = "/sign-in/failed";
    static final String DONE = "/sign-in/done";
    static final String TO = "to";

    private static final String VIEW = "/WEB-INF/server/sign-in.xhtml";
    /** In which the container keeps where somebody was on the way to. */
    private static final String ON_THE_WAY = "WASReqURL";
    /** As the container writes it; it stumbles over anything else. */
    private static final Pattern AN_ADDRESS = Pattern.compile("https?://(:\\d{1,5})?/[!-~&&[^\\\\\"]]*");
    private static final int LONGEST = 2_000;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (DONE.equals(Paths.of(request))) {
            response.sendRedirect(request.getContextPath() + next(request));
            return;
        }
        show(request, response, settings, FAILED.equals(Paths.of(request)) ? "sign-in.failed" : null);
    }

    /** The container forwards here whatever method was refused, and the throttle when somebody has to wait. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var wait = (Duration) request.getAttribute(Duration.class.getName());
        if (wait == null) {
            doGet(request, response);
        } else {
            response.setStatus(Problem.TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
            show(request, response, settings, "error.throttled", wait.toSeconds());
        }
    }

    static void showThrottled(HttpServletRequest request, HttpServletResponse response, Duration wait) throws ServletException, IOException {
        request.setAttribute(Duration.class.getName(), wait);
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    /** Whether the cookie of the container says something that the container has not written. */
    static boolean isLedAstray(HttpServletRequest request) {
        return onTheWay(request).anyMatch(address -> !AN_ADDRESS.matcher(address).matches());
    }

    /** Lets the browser forget that cookie, and asks once more. */
    static void askAgain(HttpServletRequest request, HttpServletResponse response) {
        var forgotten = new Cookie(ON_THE_WAY, "");
        forgotten.setPath("/");
        forgotten.setMaxAge(0);
        response.addCookie(forgotten);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PATH + to(request).map(SignIn::back).orElse(""));
    }

    private static Stream<String> onTheWay(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(ON_THE_WAY)).map(Cookie::getValue);
    }

    /** The query of an address of this page that leads on to a path; empty for none. */
    static String back(String path) {
        return isOurs(path) ? "?" + TO + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "";
    }

    /** The path that the form or the address names; empty if it names none, or one that leads away from here. */
    static Optional<String> to(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(TO)).filter(SignIn::isOurs);
    }

    /**
     * A path below the context root, as it is sent: in ASCII, since the container writes the low byte of any other character into its header. Two slashes, or a backslash
     * that browsers take for one, would begin the name of another host.
     */
    static boolean isOurs(String path) {
        return path.length() <= LONGEST && path.matches("/([!-~&&[^/\\\\]][!-~&&[^\\\\]]*)?") && !path.matches("/(sign-in|sign-out)([/?].*)?");
    }

    private static String next(HttpServletRequest request) {
        var actor = Actors.of(request);
        if (actor.account().isEmpty()) {
            return PATH + to(request).map(SignIn::back).orElse("");       // the browser keeps no cookies
        }
        var writes = actor.is(Role.AUTHOR) || actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR);
        return to(request).orElse(writes ? "/admin/" : "/");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Settings settings, String warning, Object... values) throws ServletException, IOException {
        request.setAttribute(TO, to(request).or(() -> cameFrom(request)).orElse(""));
        PlainPage.show(request, response, settings, VIEW, "sign-in.title", warning == null ? "" : Problem.texts().say(warning, values));
    }

    /** The page of ours that led here; empty if the container did. */
    private static Optional<String> cameFrom(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null || onTheWay(request).findAny().isPresent()) {
            return Optional.empty();
        }
        try {
            var page = URI.create(referer);
            var root = request.getContextPath() + "/";
            if (page.getRawAuthority() == null || !page.getRawAuthority().equalsIgnoreCase(request.getHeader("Host")) || !page.getRawPath().startsWith(root)) {
                return Optional.empty();
            }
            var path = page.getRawPath().substring(root.length() - 1) + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return Optional.of(path).filter(SignIn::isOurs);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
