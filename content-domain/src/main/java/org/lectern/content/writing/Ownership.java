package org.lectern.content.writing;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Article;

/** Whose articles somebody may touch: editors all of them, authors their own. */
final class Ownership {

    private Ownership() {
    }

    /** @throws Refusal {@code actor.not.allowed} */
    static void mustAllow(Actor actor, Article article) {
        if (!actor.is(Role.EDITOR) && !(actor.is(Role.AUTHOR) && actor.account().equals(article.owner()))) {
            throw new Refusal("actor.not.allowed");
        }
    }
}
