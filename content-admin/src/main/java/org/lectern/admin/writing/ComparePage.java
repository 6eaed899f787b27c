package org.lectern.admin.writing;

import jakarta.enterprise.context.RequestScoped;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.writing.TextDiff;

/** How the text {@code before} became {@code after}: what was typed and not saved, for whoever may take it back. */
@RequestScoped
@DeskAddress(value = "/articles/compare.json", roles = {Role.AUTHOR, Role.EDITOR})
public class ComparePage extends DeskPage {

    private static final int AROUND = 2;

    @Override
    public Answer show(Asked asked) {
        return new Answer.NotAllowed("POST");
    }

    @Override
    public Answer take(Asked asked) {
        var lines = JsonText.array();
        TextDiff.lines(asked.text("before"), asked.text("after"), AROUND).forEach(line -> lines.add(JsonText.object().add("kind", line.kind().name()).add("text", line.text())));
        return Answer.json(JsonText.object().add("lines", lines).build().toString());
    }
}
