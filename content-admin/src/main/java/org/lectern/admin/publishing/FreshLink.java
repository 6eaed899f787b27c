package org.lectern.admin.publishing;

import java.io.Serializable;
import java.util.Optional;

import jakarta.enterprise.context.SessionScoped;

/** The secret of a link that was just made, until the page that shows it has been loaded: it stands in no address, and nowhere afterwards. */
@SessionScoped
public class FreshLink implements Serializable {

    private static final long serialVersionUID = 1;

    private Long article;
    private String secret;

    synchronized void keep(Long articleId, String newSecret) {
        article = articleId;
        secret = newSecret;
    }

    /** @return the secret of a link of this article, the first time that somebody asks */
    synchronized Optional<String> take(Long articleId) {
        var found = Optional.ofNullable(secret).filter(kept -> articleId.equals(article));
        if (found.isPresent()) {
            secret = null;
        }
        return found;
    }
}
