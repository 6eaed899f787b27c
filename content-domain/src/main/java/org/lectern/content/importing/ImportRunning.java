package org.lectern.content.importing;

import org.lectern.content.Refusal;

/** Another job of the same source has not ended; it can be watched by its id. */
public class ImportRunning extends Refusal {

    private static final long serialVersionUID = 1;

    private final Long job;

    ImportRunning(Long job, String source) {
        super("import.running", source);
        this.job = job;
    }

    public Long job() {
        return job;
    }
}
