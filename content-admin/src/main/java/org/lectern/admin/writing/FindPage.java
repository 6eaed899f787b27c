package org.lectern.admin.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.writing.ArticleList;

/** Articles with the words {@code q} in their titles, for a link to one of them: what readers see, and of the rest what the person may write. */
@RequestScoped
@DeskAddress(value = "/articles/find.json", roles = {Role.AUTHOR, Role.EDITOR})
public class FindPage extends DeskPage {

    private static final int MOST = 12;

    @Inject
    Frame frame;

    @Inject
    ArticleList articles;

    @Override
    public Answer show(Asked asked) {
        var found = JsonText.array();
        articles.linkable(frame.actor(), asked.field("q"), MOST).forEach(line -> found.add(JsonText.object().add("id", line.id()).add("title", line.title())
                .add("address", "/articles/" + line.slug().value() + "/").add("state", frame.say("editor.found." + line.status()))));
        return Answer.json(JsonText.object().add("found", found).build().toString());
    }
}
