package org.lectern.admin.writing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.article.ArticleContent;

/** The text that stands in the editor as readers would see it: the fields {@code text} and {@code summary} in, HTML with the site's own links and pictures out. */
@RequestScoped
@DeskAddress(value = "/articles/proof.json", roles = {Role.AUTHOR, Role.EDITOR})
public class ProofPage extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Proofs proofs;

    @Override
    public Answer show(Asked asked) {
        return new Answer.NotAllowed("POST");
    }

    @Override
    public Answer take(Asked asked) {
        var summary = Optional.of(asked.text("summary").strip()).filter(text -> !text.isEmpty());
        var proof = proofs.of(frame.actor(), new ArticleContent(frame.say("editor.untitled"), asked.text("text"), summary, List.of(), List.of(), frame.getLanguage(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        var headings = JsonText.array();
        proof.outline().headings().forEach(heading -> headings.add(JsonText.object().add("level", heading.level()).add("id", heading.id()).add("text", heading.text())));
        return Answer.json(JsonText.object().add("html", proof.html()).add("excerpt", proof.excerpt()).add("more", proof.more()).add("outline", headings)
                .add("words", frame.say("editor.words", proof.words(), Math.max(1, (proof.words() + 199) / 200))).build().toString());
    }
}
