package org.lectern.content.importing;

/** Why one file cannot be read, found below the place that knows the file's path. */
final class Fault extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String key;
    private final transient Object[] values;

    Fault(int line, String key, Object... values) {
        super(key, null, false, false);
        this.line = line;
        this.key = key;
        this.values = values;
    }

    Remark at(String path) {
        return Remark.refused(path, line, key, values);
    }
}
