package org.lectern.admin.writing;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;

/** What the editor's scripts say, for them to read from the page. */
@Named
@RequestScoped
public class EditorWords {

    private static final List<String> KEYS = List.of("kept.here", "kept.both", "kept.not", "saving", "saving.not", "signedOut", "signedOut.link", "otherAccount", "when", "recovery", "recovery.show", "recovery.take", "recovery.drop",
            "recovery.hide", "recovery.field", "recovery.here", "recovery.kept", "upload.running", "upload.failed", "upload.failed.seen", "upload.kind", "upload.alt", "upload.alt.help", "upload.insert", "upload.large", "library.ask", "library.found", "library.none", "link.ask", "link.text", "link.insert", "link.none", "link.words", "cancel",
            "slug.is", "near.swap", "preview.failed", "tag.new");

    @Inject
    Frame frame;

    /** An object whose texts hold places such as {@code {time}}. No character of it can end the element that it stands in. */
    public String getJson() {
        var words = JsonText.object();
        KEYS.forEach(key -> words.add(key, frame.say("editor.script." + key)));
        return words.build().toString().replace("<", "\\u003c");
    }
}
