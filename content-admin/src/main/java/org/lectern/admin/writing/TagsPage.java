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
import org.lectern.content.Slug;
import org.lectern.content.writing.TagChoice;

/** Tags for what somebody has begun to type as {@code query}: completions, as PrimeFaces reads them, and in {@code near} the known ones that were perhaps meant. */
@RequestScoped
@DeskAddress(value = "/tags/complete.json", roles = {Role.AUTHOR, Role.EDITOR})
public class TagsPage extends DeskPage {

    private static final int MOST = 10;

    @Inject
    Frame frame;

    @Inject
    TagChoice choice;

    @Override
    public Answer show(Asked asked) {
        var query = asked.field("query");
        var suggestions = JsonText.array();
        var completions = choice.completions(frame.actor(), query, MOST);
        completions.forEach(tag -> suggestions.add(JsonText.object().add("value", tag.name()).add("label", frame.say("editor.tag.count", tag.name(), tag.count()))));
        if (!query.isEmpty() && completions.stream().noneMatch(tag -> tag.slug().equals(Slug.from(query)))) {
            suggestions.add(JsonText.object().add("value", query).add("label", frame.say("editor.tag.new", query)));
        }
        var near = JsonText.array();
        choice.near(frame.actor(), query).forEach(tag -> near.add(JsonText.object().add("name", tag.name()).add("count", tag.count())
                .add("sentence", frame.say("editor.tag.near", query, tag.name(), tag.count()))));
        return Answer.json(JsonText.object().add("suggestions", suggestions).add("near", near).build().toString());
    }
}
