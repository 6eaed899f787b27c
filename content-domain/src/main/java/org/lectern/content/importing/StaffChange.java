package org.lectern.content.importing;

/** What staff have done to an imported article since the import: it stays so. A renamed tag is none, since articles keep their tags. */
public enum StaffChange {
    EDITED,
    /** It has an address that the import would not have given it. */
    RENAMED, WITHDRAWN, BINNED
}
