package org.lectern.admin.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.lectern.admin.frame.Frame;
import org.lectern.content.Actor;
import org.lectern.content.JsonText;
import org.lectern.content.Refusal;
import org.lectern.content.Texts;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.ImportRunning;
import org.lectern.content.importing.Imports;
import org.lectern.content.importing.SourceFolder;

/**
 * The import for programs: {@code POST /api/v1/imports?source=NAME} with a zip as its body answers the plan, with {@code apply=true} the report of what was
 * done, and with {@code Prefer: respond-async} besides at once the address of a job to watch. An administrator's work.
 *
 * <p>Errors are {@code application/problem+json}: 400 an option or a damaged zip, 409 a job of the same source that has not ended ({@code job} is its address),
 * 413 a zip beyond a bound, 415 something that says it is no zip, 422 a zip whose files seem to have moved.
 *
 * <p>A job has {@code state} (running, done, failed, interrupted) and {@code done}, how many files are written; {@code files}, how many there are to write, as soon as
 * they are read; {@code reason}, a sentence, where what they hold was declined as a whole: it has failed then, and nothing was written; {@code report} once it is done.
 */
@Path("/imports")
@RequestScoped
@RolesAllowed("administrator")
public class ImportApi {

    private static final String PROBLEM = "application/problem+json";
    private static final int UNPROCESSABLE = 422;
    private static final String ASYNC = "respond-async";

    /** What a zip calls itself, and what curl calls any body: without a word of the sender it is a form to {@code --data-binary}, and nothing to {@code -T}. */
    private static final Set<String> ZIP_TYPES = Set.of("application/zip", "application/x-zip-compressed", "application/x-zip", "application/octet-stream",
            "application/x-www-form-urlencoded");

    /** What the query may hold, the first one always. */
    private static final List<String> OPTIONS = List.of("source", "apply", "tags", "plain", "site", "permalinks");

    @Inject
    Actor actor;

    @Inject
    Uploads uploads;

    @Inject
    Applying applying;

    @Inject
    Imports imports;

    @Inject
    Intake intake;

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response take(InputStream body, @QueryParam("source") String source, @QueryParam("apply") String apply, @QueryParam("tags") String tags,
            @QueryParam("plain") String plain, @QueryParam("site") String site, @QueryParam("permalinks") String permalinks,
            @HeaderParam("Prefer") String prefer, @Context HttpHeaders headers, @Context UriInfo address, @Context HttpServletRequest request) throws IOException {
        mustBeZip(headers);
        try {
            mustBeKnown(address.getQueryParameters().keySet());
            var options = intake.options(source, tags, truth("plain", plain), site, permalinks);
            var applies = truth("apply", apply);
            var bounds = intake.bounds();
            if (request.getContentLengthLong() > bounds.archiveBytes()) {
                throw Uploads.tooLarge(bounds);
            }
            var folder = uploads.open(body, bounds);
            if (applies && asksForAsync(prefer)) {
                return accepted(applying.start(actor, folder, options));
            }
            try (folder) {
                return answer(report(folder, options, applies));
            }
        } catch (ImportRunning running) {
            throw declined(409, running, Optional.of(intake.jobAddress(running.job())));
        } catch (Refusal refusal) {
            throw declined(status(refusal), refusal, Optional.empty());
        }
    }

    @GET
    @Path("/{id}")
    public Response job(@PathParam("id") String id) {
        var job = id.matches("[1-9][0-9]{0,17}") ? imports.job(actor, Long.valueOf(id)) : Optional.<ImportJob>empty();
        return answer(json(job.orElseThrow(() -> declined(404, new Refusal("import.job.missing"), Optional.empty()))));
    }

    private JsonObject report(SourceFolder folder, ImportOptions options, boolean applies) throws IOException {
        var texts = Texts.in(Locale.ENGLISH);
        if (!applies) {
            return imports.plan(actor, folder, options).json(texts);
        }
        var begun = imports.begin(actor, options);
        return JsonText.object(imports.apply(actor, begun, folder).json(texts)).add("job", intake.jobAddress(begun.job())).build();
    }

    private Response accepted(Long id) {
        var job = imports.job(actor, id).orElseThrow();
        return Response.status(Response.Status.ACCEPTED).header(HttpHeaders.LOCATION, intake.jobAddress(id)).header("Preference-Applied", ASYNC)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").type(MediaType.APPLICATION_JSON).entity(json(job).toString()).build();
    }

    private JsonObject json(ImportJob job) {
        JsonObjectBuilder json = JsonText.object().add("job", intake.jobAddress(job.id())).add("source", job.source())
                .add("state", job.state().name().toLowerCase(Locale.ROOT)).add("done", job.done()).add("startedAt", job.startedAt().toString());
        job.files().ifPresent(files -> json.add("files", files));
        job.endedAt().ifPresent(end -> json.add("endedAt", end.toString()));
        job.reason().ifPresent(reason -> json.add("reason", reason));
        job.report().ifPresent(report -> json.add("report", JsonText.read(report)));
        return json.build();
    }

    private static Response answer(JsonObject json) {
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static void mustBeZip(HttpHeaders headers) {
        var type = headers.getMediaType();
        if (type != null && !ZIP_TYPES.contains((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT))) {
            throw declined(415, new Refusal("import.body.type", type.toString()), Optional.empty());
        }
    }

    /** A misspelt option would otherwise import something else than was meant. */
    private static void mustBeKnown(Set<String> named) {
        named.stream().filter(name -> !OPTIONS.contains(name)).sorted().findFirst().ifPresent(unknown -> {
            throw new Refusal("import.option.unknown", unknown, String.join(", ", OPTIONS));
        });
    }

    private static boolean truth(String name, String value) {
        if (value == null || value.isEmpty() || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new Refusal("import.option.truth", name, value);
    }

    /** @param prefer such as {@code respond-async, wait=10} (RFC 7240); may be null */
    private static boolean asksForAsync(String prefer) {
        return prefer != null && Stream.of(prefer.split("[,;]")).anyMatch(preference -> preference.strip().equalsIgnoreCase(ASYNC));
    }

    private static int status(Refusal refusal) {
        if (refusal.key().startsWith("import.option.")) {
            return 400;
        }
        return switch (refusal.key()) {
            case "import.archive.damaged", "import.archive.zip64", "import.body.cut" -> 400;
            case "actor.not.allowed" -> 403;
            case "import.archive.size", "import.archive.entries", "import.archive.total", "import.archive.ratio" -> 413;
            default -> UNPROCESSABLE;
        };
    }

    private static WebApplicationException declined(int status, Refusal refusal, Optional<String> job) {
        var texts = Texts.in(Locale.ENGLISH, Frame.BUNDLE);
        var problem = JsonText.object().add("title", texts.say("api.problem." + status)).add("status", status).add("detail", refusal.in(texts));
        job.ifPresent(address -> problem.add("job", address));
        var answer = Response.status(status).type(PROBLEM).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(problem.build().toString());
        job.ifPresent(address -> answer.header(HttpHeaders.LOCATION, address));
        return new WebApplicationException(answer.build());
    }
}
