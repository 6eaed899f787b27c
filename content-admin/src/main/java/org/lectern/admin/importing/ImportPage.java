package org.lectern.admin.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.importing.Imports;
import org.lectern.content.importing.SourceFolder;

/** The page on which a zip is chosen and the options are set. What was typed stays when something is wrong. */
@Named
@RequestScoped
public class ImportPage {

    @Inject
    Frame frame;

    @Inject
    Uploads uploads;

    @Inject
    Imports imports;

    @Inject
    Intake intake;

    private String source = "";
    private String tags = "";
    private boolean plain;
    private String site = "";
    private String permalinks = "";
    private String problem = "";

    public void load() {
        frame.actor().mustBe(Role.ADMINISTRATOR);
    }

    /** Takes over what was typed. @param field its value by its name, or null */
    public void type(Function<String, String> field) {
        source = text(field.apply("source"));
        tags = text(field.apply("tags"));
        plain = "true".equals(field.apply("plain"));
        site = text(field.apply("site"));
        permalinks = text(field.apply("permalinks"));
    }

    /**
     * Makes the plan of this zip and keeps both.
     *
     * @param fileName as the sender calls it
     * @return the id under which the plan is shown
     * @throws org.lectern.content.Refusal if an option or the zip as a whole cannot be taken
     */
    public String plan(InputStream zip, String fileName) throws IOException {
        var options = intake.options(source, tags, plain, site, permalinks);
        var bounds = intake.bounds();
        var file = uploads.copy(zip, bounds);
        try (var folder = SourceFolder.read(file, bounds)) {
            var plan = imports.plan(frame.actor(), folder, options).json(frame.texts());
            return uploads.keep(frame.actor().account(), file, options, fileName, plan);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    /** Says on the page what is wrong. */
    public void refuse(String sentence) {
        problem = sentence;
    }

    public String getSource() {
        return source;
    }

    public String getTags() {
        return tags;
    }

    public boolean isPlain() {
        return plain;
    }

    public String getSite() {
        return site;
    }

    public String getPermalinks() {
        return permalinks;
    }

    /** A sentence, or empty. */
    public String getProblem() {
        return problem;
    }

    /** How large a zip may be, in MB. */
    public long mostMegabytes() {
        return intake.bounds().archiveBytes() >> 20;
    }

    /** The same, in words. */
    public String getLargest() {
        return frame.say("import.file.help", mostMegabytes());
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
