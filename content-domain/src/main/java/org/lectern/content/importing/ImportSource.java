package org.lectern.content.importing;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A place that files come from, and the folder that its paths are known without. Whoever begins an import counts it up: of two at once the version lets one through. */
@Entity
@Table(name = "import_source")
public class ImportSource {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_source_ids")
    @SequenceGenerator(name = "import_source_ids", sequenceName = "import_source_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String name;

    @Column(name = "left_out")
    private String leftOut;

    private int begun;

    protected ImportSource() {
    }

    ImportSource(String name) {
        this.name = name;
    }

    void begin() {
        begun++;
    }

    /** @param folder that the paths of this import are told without; may be empty */
    void leaveOut(String folder) {
        leftOut = folder;
    }

    /** Empty until an import of it has made its plan. */
    Optional<String> leftOut() {
        return Optional.ofNullable(leftOut);
    }
}
