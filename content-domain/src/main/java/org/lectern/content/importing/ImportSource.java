package org.lectern.content.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A place that files come from, and the folder that its paths are known without. */
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

    protected ImportSource() {
    }

    ImportSource(String name, String leftOut) {
        this.name = name;
        this.leftOut = leftOut;
    }

    void leaveOut(String folder) {
        leftOut = folder;
    }

    String leftOut() {
        return leftOut;
    }
}
