package org.lectern.admin.media;

import java.io.IOException;

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
import org.lectern.content.media.MediaTaking;
import org.lectern.content.settings.Settings;

/** Takes the file {@code picture} and answers the {@code key} by which texts name it. */
@RequestScoped
@DeskAddress(value = "/media/take.json", roles = {Role.AUTHOR, Role.EDITOR})
public class PictureTaking extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    MediaTaking taking;

    @Inject
    Settings settings;

    @Override
    public Answer show(Asked asked) {
        return new Answer.NotAllowed("POST");
    }

    @Override
    public Answer take(Asked asked) throws IOException {
        var picture = BroughtPicture.of(asked.file("picture").orElseThrow(() -> new Refusal("picture.missing")), settings.importPictureMegabytes());
        return Answer.json(JsonText.object().add("key", taking.take(frame.actor(), picture.name(), picture.bytes())).build().toString());
    }
}
