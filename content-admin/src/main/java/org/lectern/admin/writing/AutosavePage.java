package org.lectern.admin.writing;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.writing.Autosave;
import org.lectern.content.writing.Autosaves;

/**
 * Keeps what stands in the editor. GET tells who is signed in, the token of the session and what is kept of this person, of one {@code page} or, for {@code page=new},
 * of the articles that were typed last and never saved. POST keeps {@code content}, or forgets it with {@code do=drop}.
 */
@RequestScoped
@DeskAddress(value = "/autosave.json", roles = {Role.AUTHOR, Role.EDITOR})
public class AutosavePage extends DeskPage {

    /** Begun articles that are offered at once. */
    private static final int MOST = 5;

    @Inject
    Frame frame;

    @Inject
    Autosaves autosaves;

    @Override
    public Answer show(Asked asked) {
        var page = asked.field("page");
        var kept = page.isEmpty() ? List.<Autosave>of()
                : page.equals("new") ? autosaves.begun(frame.actor(), MOST) : autosaves.of(frame.actor(), page).stream().toList();
        var all = JsonText.array();
        kept.forEach(each -> all.add(JsonText.object().add("page", each.page()).add("content", each.content()).add("savedAt", each.savedAt().toString())));
        return Answer.json(JsonText.object().add("account", frame.getAccount()).add("token", frame.getToken()).add("kept", all).build().toString());
    }

    @Override
    public Answer take(Asked asked) {
        if (asked.field("do").equals("drop")) {
            autosaves.drop(frame.actor(), asked.field("page"));
        } else {
            autosaves.keep(frame.actor(), asked.field("page"), asked.text("content"), asked.number("version").orElse(0));
        }
        return Answer.json(JsonText.object().add("account", frame.getAccount()).add("kept", true).build().toString());
    }
}
