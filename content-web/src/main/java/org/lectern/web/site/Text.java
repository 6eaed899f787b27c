package org.lectern.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The words of a view: {@code text.say('tag.showing', 32)}. */
@Named
@RequestScoped
public class Text {

    @Inject
    Site site;

    public String say(String key, Object... values) {
        return site.texts().say(key, values);
    }
}
