package org.lectern.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.content.JsonText;
import org.lectern.content.Role;

/** Tells a form's script who is signed in, and the token that a form of this session has to bring. */
@RequestScoped
@DeskAddress(value = "/session.json", roles = {Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR})
public class SessionPage extends DeskPage {

    @Inject
    Frame frame;

    @Override
    public Answer show(Asked asked) {
        return Answer.json(JsonText.object().add("account", frame.getAccount()).add("token", frame.getToken()).build().toString());
    }
}
