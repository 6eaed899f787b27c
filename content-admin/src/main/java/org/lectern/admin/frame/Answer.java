package org.lectern.admin.frame;

import java.io.IOException;
import java.io.OutputStream;

/** What a page of the desk answers. */
public sealed interface Answer {

    /** A view below {@code WEB-INF/admin}, named without its ending: {@code article/edit}. */
    record Show(String view, int status) implements Answer {

        public Show withStatus(int other) {
            return new Show(view, other);
        }
    }

    /** 303 to an address below the context root: after a change, or to the address that a page prefers. */
    record Go(String path) implements Answer {
    }

    /** JSON for a program or a script of ours. */
    record Json(String text, int status) implements Answer {
    }

    /** A file to be kept. @param name of the file, in ASCII */
    record File(String type, String name, Body body) implements Answer {
    }

    /** A page in the frame of the desk that says no. @param heading what is wrong; @param sentence what to do */
    record Decline(int status, String heading, String sentence) implements Answer {
    }

    /** There is nothing here. @param key of the heading; its {@code .help} is the sentence */
    record Missing(String key) implements Answer {
    }

    /** 405. @param allowed the methods, as the header names them */
    record NotAllowed(String allowed) implements Answer {
    }

    /** Writes a file's bytes. */
    @FunctionalInterface
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    int UNPROCESSABLE = 422;

    static Show show(String view) {
        return new Show(view, 200);
    }

    static Go go(String path) {
        return new Go(path);
    }

    static Json json(String text) {
        return new Json(text, 200);
    }

    static Missing missing() {
        return new Missing("frame.missing");
    }

    static Decline decline(String sentence) {
        return new Decline(UNPROCESSABLE, null, sentence);
    }
}
