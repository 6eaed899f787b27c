package org.lectern.admin.importing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.importing.Bounds;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.settings.Settings;

/** What both doors of the import read alike: the options as written, and the bounds that the settings give. */
@ApplicationScoped
public class Intake {

    @Inject
    Settings settings;

    Bounds bounds() {
        return Bounds.of(settings);
    }

    /** Blank options count as not given. @throws org.lectern.content.Refusal if one cannot be understood */
    ImportOptions options(String source, String tags, boolean plain, String site, String permalinks) {
        return new ImportOptions(source, Optional.ofNullable(tags), plain, Optional.ofNullable(site), Optional.ofNullable(permalinks), settings.zone());
    }

    /** The public address of a job for programs. */
    String jobAddress(Long job) {
        return settings.url() + "/api/v1/imports/" + job;
    }
}
