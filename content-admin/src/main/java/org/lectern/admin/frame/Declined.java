package org.lectern.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIInput;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.inject.Named;

/** At which field of a form its page has to say why it was declined: above the form a link leads there, and the field is marked and bound to the sentence beside it. */
@Named
@RequestScoped
public class Declined {

    private String field = "";
    private String sentence = "";
    private String typed = "";

    /** @param id of the field; empty if the sentence is about none in particular; @param text what was typed there */
    public void at(String id, String why, String text) {
        field = id;
        sentence = why;
        typed = text;
    }

    /** Whether this field is the one. */
    public boolean is(String id) {
        return !field.isEmpty() && field.equals(id);
    }

    /** Marks the component that is about to be rendered, if its field is the one. */
    public void mark(ComponentSystemEvent event) {
        var input = (UIInput) event.getComponent();
        input.setValid(!is(input.getClientId() + "_input"));
    }

    /** What was typed there, for a field whose component cannot hold whatever is typed: in its place stands a plain one. */
    public String getTyped() {
        return typed;
    }

    /** What is wrong with this field; empty if nothing is known to be. */
    public String of(String id) {
        return is(id) ? sentence : "";
    }

    /** The way to the field on its page; empty if there is none. */
    public String getLink() {
        return field.isEmpty() ? "" : "#" + field;
    }
}
