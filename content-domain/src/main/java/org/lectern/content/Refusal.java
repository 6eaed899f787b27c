package org.lectern.content;

import java.util.List;

/**
 * The domain declines what somebody asked for. It carries the key of a sentence in the bundle and the sentence's values, so that whoever asked
 * can read what is wrong, where, and what to do. It is never caught inside a transaction, and it is no fault: it is not logged with a stack trace.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> values;

    /** @param key of the sentence in {@code org.lectern.content.texts}; @param values its arguments, by position */
    public Refusal(String key, Object... values) {
        super(key + (values.length == 0 ? "" : " " + List.of(values)), null, false, false);
        this.key = key;
        this.values = List.of(values);
    }

    public String key() {
        return key;
    }

    public List<Object> values() {
        return values;
    }

    /** The sentence for this person. */
    public String in(Texts texts) {
        return texts.say(key, values.toArray());
    }
}
