package org.lectern.admin.frame;

import java.io.IOException;

import org.lectern.content.Refusal;

/**
 * One page of the desk: a request-scoped bean that names its address by {@link DeskAddress}, holds what its view shows, and is found by its class alone. A form
 * comes back to the address that it stands at; what it sets going ends in {@link Answer#go}, and what is declined is said on the page, with what was typed still there.
 */
public abstract class DeskPage {

    /** Loads what the view shows. @return usually {@link Answer#show}; {@link Answer#missing} if there is no such thing */
    public abstract Answer show(Asked asked) throws IOException;

    /** Does what a form asks for; its token has been checked. @throws Refusal if it is declined: then {@link #declined} is called */
    public Answer take(Asked asked) throws IOException {
        return new Answer.NotAllowed("GET, HEAD");
    }

    /**
     * Shows that a form was declined.
     *
     * @param sentence what is wrong and what to do
     * @return unless a page knows better, a page that says the sentence alone
     */
    public Answer declined(Asked asked, String sentence) throws IOException {
        return Answer.decline(sentence);
    }

    /** The id of the field that a refusal of a form is about; empty if it is about none in particular. */
    public String fieldOf(Asked asked, Refusal refusal) {
        return "";
    }

    /** What to say of a form that is larger than the server takes. */
    public String tooLarge() {
        return null;
    }
}
