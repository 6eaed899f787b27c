package org.lectern.admin.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.writing.Writing;

/** Tells which slug a wished-for {@code slug} or a {@code title} becomes; a problem with its sentence if another article than {@code id} has it. */
@RequestScoped
@DeskAddress(value = "/articles/slug.json", roles = {Role.AUTHOR, Role.EDITOR})
public class SlugPage extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Writing writing;

    @Override
    public Answer show(Asked asked) {
        var wish = asked.field("slug").isEmpty() ? asked.field("title") : asked.field("slug");
        if (wish.isEmpty()) {
            throw new Refusal("article.title.missing");
        }
        var slug = Slug.forArticle(wish);
        writing.mustBeFree(frame.actor(), slug, asked.number("id").map(Long::valueOf).orElse(null));
        return Answer.json(Json.createObjectBuilder().add("slug", slug.value()).add("address", frame.address("/articles/" + slug.value() + "/")).build().toString());
    }
}
