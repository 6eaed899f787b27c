package org.lectern.admin.routing;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;

import org.lectern.admin.desk.Desk;
import org.lectern.admin.frame.Frame;
import org.lectern.admin.importing.ImportPage;
import org.lectern.admin.importing.JobPage;
import org.lectern.admin.importing.PlanPage;
import org.lectern.content.Refusal;
import org.lectern.content.importing.ImportRunning;

/**
 * Answers every address below {@code /admin/}. A page's bean is loaded before its view writes the first byte. What a form sends is done and answered with a
 * 303 to the page that shows it; what is declined is said on the page that asked, with what was typed still there.
 */
public class AdminRoutes extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern PLAN = Pattern.compile("/import/(?<id>[0-9a-f]{32})(?<json>\\.json)?");
    private static final Pattern JOB = Pattern.compile("/imports/(?<id>[1-9][0-9]{0,17})(?<json>\\.json)?");

    @Inject
    transient Frame frame;

    @Inject
    transient Desk desk;

    @Inject
    transient ImportPage importPage;

    @Inject
    transient PlanPage planPage;

    @Inject
    transient JobPage jobPage;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        new Visit(request, response).answer();
    }

    /** One request on its way to its answer. */
    private final class Visit {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Visit(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        void answer() throws ServletException, IOException {
            var path = request.getPathInfo() == null ? "" : request.getPathInfo();
            var plan = PLAN.matcher(path);
            var job = JOB.matcher(path);
            try {
                if (path.isEmpty() && reads()) {
                    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                    response.setHeader("Location", frame.address("/admin/"));
                } else if (path.equals("/") && reads()) {
                    desk.load();
                    show("desk/desk");
                } else if (path.equals("/import") && reads()) {
                    importPage.load();
                    show("importing/import");
                } else if (path.equals("/import") && posts()) {
                    takeZip();
                } else if (plan.matches() && planPage.load(plan.group("id"))) {
                    plan(plan.group("json") != null);
                } else if (job.matches() && reads() && jobPage.load(job.group("id"))) {
                    job(job.group("json") != null);
                } else if (reads() || plan.matches()) {
                    decline(HttpServletResponse.SC_NOT_FOUND, plan.matches() ? "plan.gone" : "frame.missing");
                } else {
                    response.setHeader("Allow", "GET, HEAD");
                    decline(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "frame.method");
                }
            } catch (Refusal refusal) {
                if (!refusal.key().equals("actor.not.allowed")) {
                    throw refusal;
                }
                decline(HttpServletResponse.SC_FORBIDDEN, "frame.forbidden");
            }
        }

        private void takeZip() throws ServletException, IOException {
            importPage.load();
            Optional<Part> zip;
            try {
                zip = Optional.ofNullable(multipart() ? request.getPart("zip") : null).filter(part -> part.getSize() > 0);
                importPage.type(request::getParameter);
            } catch (IllegalStateException beyondBound) {
                decline(importPage::refuse, "importing/import", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, frame.say("import.tooLarge", importPage.mostMegabytes()));
                return;
            }
            try {
                if (!frame.isToken(request.getParameter("token"))) {
                    declineOld(importPage::refuse, "importing/import");
                } else if (zip.isEmpty()) {
                    decline(importPage::refuse, "importing/import", UNPROCESSABLE, frame.say("import.noFile"));
                } else {
                    try (var bytes = zip.get().getInputStream()) {
                        seeOther("/admin/import/" + importPage.plan(bytes, fileName(zip.get())));
                    }
                }
            } catch (Refusal refusal) {
                decline(importPage::refuse, "importing/import", UNPROCESSABLE, refusal.in(frame.texts()));
            } finally {
                if (zip.isPresent()) {
                    zip.get().delete();
                }
            }
        }

        private void plan(boolean json) throws ServletException, IOException {
            if (planPage.job().isPresent() && !json) {
                seeOther("/admin/imports/" + planPage.job().get());       // somebody came back to it, or applied it twice
            } else if (reads()) {
                if (json) {
                    write(planPage.jsonText());
                } else {
                    show("importing/plan");
                }
            } else if (!posts() || json) {
                response.setHeader("Allow", json ? "GET, HEAD" : "GET, HEAD, POST");
                decline(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "frame.method");
            } else if (!frame.isToken(request.getParameter("token"))) {
                declineOld(planPage::refuse, "importing/plan");
            } else if ("discard".equals(request.getParameter("do"))) {
                planPage.discard();
                seeOther("/admin/import");
            } else {
                apply();
            }
        }

        private void apply() throws ServletException, IOException {
            try {
                seeOther("/admin/imports/" + planPage.apply());
            } catch (ImportRunning running) {
                planPage.leadTo(running.job());
                decline(planPage::refuse, "importing/plan", HttpServletResponse.SC_CONFLICT, running.in(frame.texts()));
            } catch (Refusal refusal) {
                decline(planPage::refuse, "importing/plan", UNPROCESSABLE, refusal.in(frame.texts()));
            }
        }

        private void job(boolean json) throws ServletException, IOException {
            if (!json) {
                show("importing/job");
            } else if (jobPage.jsonText().isEmpty()) {
                decline(HttpServletResponse.SC_NOT_FOUND, "job.noReport");
            } else {
                write(jobPage.jsonText());
            }
        }

        private boolean reads() {
            return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        }

        private boolean posts() {
            return request.getMethod().equals("POST");
        }

        private boolean multipart() {
            return request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        }

        /** The last part of what the sender calls the file: some browsers told the whole path. */
        private static String fileName(Part zip) {
            var name = zip.getSubmittedFileName() == null ? "" : zip.getSubmittedFileName().replaceAll("\\p{Cntrl}", "");
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }

        private void show(String view) throws ServletException, IOException {
            response.setHeader("Content-Language", frame.getLanguage());
            request.getRequestDispatcher("/WEB-INF/admin/" + view + ".xhtml").forward(request, response);
        }

        private void write(String json) throws IOException {
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(json);
        }

        private void seeOther(String path) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", frame.address(path));
        }

        /** A page of its own that says no, in the frame of the desk. */
        private void decline(int status, String key) throws ServletException, IOException {
            response.setStatus(status);
            request.setAttribute("heading", frame.say(key));
            request.setAttribute("sentence", frame.say(key + ".help"));
            show("frame/declined");
        }

        /** The page that asked, which now says what is wrong. */
        private void decline(Consumer<String> page, String view, int status, String sentence) throws ServletException, IOException {
            page.accept(sentence);
            response.setStatus(status);
            show(view);
        }

        private void declineOld(Consumer<String> page, String view) throws ServletException, IOException {
            decline(page, view, HttpServletResponse.SC_FORBIDDEN, frame.say("frame.old"));
        }
    }
}
