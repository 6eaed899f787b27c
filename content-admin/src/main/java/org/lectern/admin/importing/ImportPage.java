package org.lectern.admin.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.Imports;
import org.lectern.content.importing.SourceFolder;

/** The page on which a zip is chosen and the options are set. What was typed stays when something is wrong. */
@Named
@RequestScoped
@DeskAddress(value = "/import", roles = Role.ADMINISTRATOR)
public class ImportPage extends DeskPage {

    private static final String VIEW = "importing/import";

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

    @Override
    public Answer show(Asked asked) {
        return Answer.show(VIEW);
    }

    /** Makes the plan of this zip, keeps both, and leads to it. */
    @Override
    public Answer take(Asked asked) throws IOException {
        var zip = asked.file("zip");
        if (zip.isEmpty()) {
            throw new Refusal("import.noFile");
        }
        var options = intake.options(asked.field("source"), asked.field("tags"), "true".equals(asked.field("plain")), asked.field("site"), asked.field("permalinks"));
        try (var bytes = zip.get().getInputStream()) {
            return Answer.go("/admin/import/" + plan(bytes, Asked.nameOf(zip.get()), options));
        }
    }

    private String plan(InputStream zip, String fileName, ImportOptions options) throws IOException {
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

    @Override
    public String fieldOf(Asked asked, Refusal refusal) {
        return switch (refusal.key()) {
            case "import.option.source" -> "source";
            case "import.option.site" -> "site";
            case "import.option.permalinks", "import.option.placeholder" -> "permalinks";
            default -> "zip";
        };
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        source = asked.field("source");
        tags = asked.field("tags");
        plain = "true".equals(asked.field("plain"));
        site = asked.field("site");
        permalinks = asked.field("permalinks");
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    @Override
    public String tooLarge() {
        return frame.say("import.tooLarge", mostMegabytes());
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
    private long mostMegabytes() {
        return intake.bounds().archiveBytes() >> 20;
    }

    /** The same, in words. */
    public String getLargest() {
        return frame.say("import.file.help", mostMegabytes());
    }
}
