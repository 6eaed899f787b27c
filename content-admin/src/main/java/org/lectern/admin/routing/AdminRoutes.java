package org.lectern.admin.routing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.Declined;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.audit.RoleRefused;
import org.lectern.content.edition.Edition;

/**
 * Answers every address below {@code /admin/}: finds the page by its {@link DeskAddress}, asks for one of its roles, checks the token of a form, and writes what the
 * page answers. A page is loaded before its view writes the first byte.
 */
public class AdminRoutes extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String TOKEN = "token";
    /** What Faces writes of a view that keeps none, as all of the desk's. */
    private static final String VIEW_STATE = "stateless";
    /** In bytes. Nothing of a page is sent before it is done: one that fails is a fault, not half a page. */
    private static final int WHOLE_PAGE = 512 * 1024;
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(1);
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

    @Inject
    transient Frame frame;

    @Inject
    transient Declined declined;

    @Inject
    transient Edition edition;

    @Inject
    @Any
    transient Instance<DeskPage> pages;

    @Inject
    transient Event<RoleRefused> refusals;

    private transient List<Route> routes;

    /** One address of one page. @param words the names in braces, in order */
    private record Route(Pattern address, List<String> words, Role[] roles, Class<? extends DeskPage> page) {
    }

    @Override
    public void init() {
        var all = new ArrayList<Route>();
        for (var handle : pages.handles()) {
            var page = handle.getBean().getBeanClass().asSubclass(DeskPage.class);
            var place = page.getAnnotation(DeskAddress.class);
            Arrays.stream(place.value()).map(address -> route(address, place.roles(), page)).forEach(all::add);
        }
        routes = all.stream().sorted(Comparator.comparingInt(route -> route.words().size())).toList();       // /tags/new before /tags/{id}
    }

    private static Route route(String address, Role[] roles, Class<? extends DeskPage> page) {
        var words = WORD.matcher(address).results().map(word -> word.group(1)).toList();
        var pattern = new StringBuilder();
        var from = 0;
        for (var word : WORD.matcher(address).results().toList()) {
            pattern.append(Pattern.quote(address.substring(from, word.start()))).append("([A-Za-z0-9_-]+)");
            from = word.end();
        }
        return new Route(Pattern.compile(pattern.append(Pattern.quote(address.substring(from))).toString()), words, roles, page);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", frame.address("/admin/"));
            return;
        }
        for (var route : routes) {
            var match = route.address().matcher(path);
            if (match.matches()) {
                Map<String, String> words = new LinkedHashMap<>();
                for (var place = 0; place < route.words().size(); place++) {
                    words.put(route.words().get(place), match.group(place + 1));
                }
                new Visit(request, response, new Asked(request, words)).answer(route);
                return;
            }
        }
        new Visit(request, response, new Asked(request, Map.of())).write(Answer.missing());
    }

    /** One request on its way to its answer. */
    private final class Visit {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Asked asked;

        Visit(HttpServletRequest request, HttpServletResponse response, Asked asked) {
            this.request = request;
            this.response = response;
            this.asked = asked;
        }

        void answer(Route route) throws ServletException, IOException {
            try {
                frame.actor().mustBe(route.roles());
                var page = pages.select(route.page()).get();
                write(switch (request.getMethod()) {
                    case "GET", "HEAD" -> page.show(asked);
                    case "POST" -> shown(take(page));
                    default -> new Answer.NotAllowed("GET, HEAD, POST");
                });
            } catch (Refusal refusal) {
                if (refusal.key().equals("actor.not.allowed")) {
                    refusals.fire(new RoleRefused(frame.actor(), request.getMethod() + " /admin" + request.getPathInfo()));
                    write(new Answer.Decline(HttpServletResponse.SC_FORBIDDEN, frame.say("frame.forbidden"), frame.say("frame.forbidden.help")));
                } else if (refusal.key().endsWith(".gone")) {
                    write(new Answer.Decline(HttpServletResponse.SC_NOT_FOUND, frame.say("frame.missing"), refusal.in(frame.texts())));
                } else {
                    write(Answer.decline(refusal.in(frame.texts())));
                }
            }
        }

        /** Who is led on finds changed what the form has changed, on public pages too. */
        private Answer shown(Answer answer) {
            if (answer instanceof Answer.Go) {
                edition.awaitCommitted(UNTIL_SHOWN);
            }
            return answer;
        }

        private Answer take(DeskPage page) throws IOException {
            try {
                request.getParts();
            } catch (ServletException noMultipart) {
                // A plain form.
            } catch (IOException cutOff) {
                return new Answer.Decline(HttpServletResponse.SC_BAD_REQUEST, null, frame.say("frame.cutOff"));
            } catch (IllegalStateException beyondBound) {
                return declined(page, page.tooLarge() == null ? frame.say("frame.tooLarge") : page.tooLarge(), HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            try {
                return takeForm(page);
            } finally {
                forgetFiles();
            }
        }

        private Answer takeForm(DeskPage page) throws IOException {
            if (asked.isInAddress(TOKEN) || !frame.isToken(request.getParameter(TOKEN))) {
                return declined(page, frame.say("frame.old"), HttpServletResponse.SC_FORBIDDEN);
            }
            if (asked.isPartial() && !asked.field(ResponseStateManager.VIEW_STATE_PARAM).equals(VIEW_STATE)) {
                return new Answer.Decline(HttpServletResponse.SC_BAD_REQUEST, null, frame.say("frame.old"));
            }
            try {
                return asked.isPartial() ? page.show(asked) : page.take(asked);
            } catch (Refusal refusal) {
                if (refusal.key().equals("actor.not.allowed") || refusal.key().endsWith(".gone")) {
                    throw refusal;
                }
                var field = page.fieldOf(asked, refusal);
                declined.at(field, refusal.in(frame.texts()), asked.field(field));
                return declined(page, refusal.in(frame.texts()), Answer.UNPROCESSABLE);
            }
        }

        private Answer declined(DeskPage page, String sentence, int status) throws IOException {
            if (asked.wantsJson()) {
                return new Answer.Decline(status, null, sentence);
            }
            var answer = page.declined(asked, sentence);
            if (answer instanceof Answer.Show show && (show.status() == HttpServletResponse.SC_OK || show.status() == Answer.UNPROCESSABLE)) {
                return show.withStatus(status);
            }
            return answer instanceof Answer.Decline decline && decline.status() == Answer.UNPROCESSABLE ? new Answer.Decline(status, decline.heading(), decline.sentence()) : answer;
        }

        /** What the server has put aside of a form is not needed any more. */
        private void forgetFiles() throws IOException {
            try {
                for (var part : request.getParts()) {
                    part.delete();
                }
            } catch (ServletException noMultipart) {
                // A plain form keeps nothing.
            }
        }

        void write(Answer answer) throws ServletException, IOException {
            if (answer instanceof Answer.Show show) {
                response.setStatus(show.status());
                forward(show.view(), asked.isPartial() ? request : read());
            } else if (answer instanceof Answer.Go go) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", frame.address(go.path()));
            } else if (answer instanceof Answer.Json json) {
                response.setStatus(json.status());
                send("application/json", json.text());
            } else if (answer instanceof Answer.File file) {
                response.setContentType(file.type());
                response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + '"');
                file.body().to(response.getOutputStream());
            } else if (answer instanceof Answer.Decline decline) {
                decline(decline.status(), decline.heading() == null ? frame.say("frame.declined") : decline.heading(), decline.sentence());
            } else if (answer instanceof Answer.Missing missing) {
                decline(HttpServletResponse.SC_NOT_FOUND, frame.say(missing.key()), frame.say(missing.key() + ".help"));
            } else if (answer instanceof Answer.NotAllowed notAllowed) {
                response.setHeader("Allow", notAllowed.allowed());
                decline(HttpServletResponse.SC_METHOD_NOT_ALLOWED, frame.say("frame.method"), frame.say("frame.method.help"));
            }
        }

        /** A page of its own that says no, in the frame of the desk; to a script, a problem (RFC 9457). */
        private void decline(int status, String heading, String sentence) throws ServletException, IOException {
            response.setStatus(status);
            if (asked.wantsJson()) {
                send("application/problem+json", JsonText.object().add("status", status).add("title", heading).add("detail", sentence).build().toString());
                return;
            }
            request.setAttribute("heading", heading);
            request.setAttribute("sentence", sentence);
            forward("frame/declined", read());
        }

        private HttpServletRequest read() {
            return new ReadRequest(request);
        }

        private void forward(String view, HttpServletRequest shown) throws ServletException, IOException {
            response.setHeader("Content-Language", frame.getLanguage());
            response.setBufferSize(WHOLE_PAGE);
            request.getRequestDispatcher("/WEB-INF/admin/" + view + ".xhtml").forward(shown, response);
        }

        private void send(String type, String text) throws IOException {
            response.setContentType(type);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(text);
        }
    }
}
