package org.lectern.admin.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.writing.Writing;

/** Tells which slug a wished-for {@code slug} or a {@code title} becomes, with a number behind it where a new article’s would be taken; a problem with its sentence if another article than {@code id} has it. */
@RequestScoped
@DeskAddress(value = "/articles/slug.json", roles = {Role.AUTHOR, Role.EDITOR})
public class SlugPage extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Writing writing;

    @Override
    public Answer show(Asked asked) {
        var id = asked.number("id").map(Long::valueOf);
        if (asked.field("slug").isEmpty() && asked.field("title").isEmpty()) {
            throw new Refusal("article.title.missing");
        }
        var slug = asked.field("slug").isEmpty() && id.isEmpty() ? writing.slugFor(frame.actor(), asked.field("title")) : Slug.forArticle(asked.field(asked.field("slug").isEmpty() ? "title" : "slug"));
        writing.mustBeFree(frame.actor(), slug, id.orElse(null));
        return Answer.json(JsonText.object().add("slug", slug.value()).add("address", frame.address("/articles/" + slug.value() + "/")).build().toString());
    }
}
