package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;

/** Calls each {@link UseCase} with every role alone and with none, about things that do not exist. */
interface WalkingAsEachRole {

    /** Says whether the asker wrote something, and nothing of the article. */
    Set<String> TELLS_NOTHING = Set.of("article.Publishing.needsOtherEyes(Long, Optional)");

    Lectern lectern();

    @Test
    default void each_use_case_refuses_who_may_not_and_nobody_else() {
        var wrong = new ArrayList<String>();
        for (var useCase : UseCase.all()) {
            if (!useCase.isPart()) {
                walk(useCase, Set.of(), useCase.isForAnybody(), wrong);
                for (var role : Role.values()) {
                    walk(useCase, Set.of(role), useCase.roles().contains(role), wrong);
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** An article, or its review, of somebody else is no business of an author; the walk above asks for things that nobody has. */
    @Test
    default void no_use_case_lets_an_author_at_the_article_of_somebody_else() {
        var lectern = lectern();
        var article = lectern.writing.begin(Lectern.EVA, new Slug("walked-by-others"), ArticleContent.of("Walked by others", "Text."));
        var review = lectern.reviewing.handIn(Lectern.EVA, article, "", lectern.article("walked-by-others").version());
        var walked = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var useCase : UseCase.all()) {
            var method = method(useCase.method());
            var about = Arrays.stream(method.getParameters()).filter(parameter -> parameter.getType() == Long.class).map(Parameter::getName).findFirst().orElse("");
            if (useCase.isPart() || !useCase.roles().contains(Role.AUTHOR) || !Set.of("id", "articleId", "reviewId").contains(about) || TELLS_NOTHING.contains(useCase.method())) {
                continue;
            }
            walked.add(useCase.method());
            var outcome = outcome(method, Lectern.ANNA, about.equals("reviewId") ? review : article);
            if (!outcome.equals("actor.not.allowed")) {
                wrong.add(useCase.method() + ": " + outcome);
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(walked.containsAll(List.of("writing.Writing.save(Long, Slug, ArticleContent, int)", "writing.Reviewing.takeBack(Long)", "writing.Previews.make(Long, Duration)")), walked::toString);
    }

    private static void walk(UseCase useCase, Set<Role> roles, boolean may, List<String> wrong) {
        var outcome = outcome(method(useCase.method()), new Actor("walker-" + roles, roles, "192.0.2.99"), -1L);
        if (may == outcome.equals("actor.not.allowed") || !may && !outcome.equals("actor.not.allowed")) {
            wrong.add(useCase.method() + " as " + roles + ": " + outcome);
        }
    }

    private static Method method(String name) {
        try {
            var type = Class.forName("org.lectern.content." + name.substring(0, name.lastIndexOf('.', name.indexOf('('))));
            return Arrays.stream(type.getMethods()).filter(each -> name.endsWith("." + signature(each))).findFirst().orElseThrow();
        } catch (ClassNotFoundException noSuchThing) {
            throw new AssertionError(name, noSuchThing);
        }
    }

    /** The key of the refusal, or what else came of it. */
    private static String outcome(Method method, Actor actor, Long id) {
        try {
            var values = new ArrayList<Object>(List.of(actor));
            Arrays.stream(method.getParameterTypes()).skip(1).map(type -> type == Long.class ? id : some(type)).forEach(values::add);
            method.invoke(CDI.current().select(method.getDeclaringClass()).get(), values.toArray());
            return "done";
        } catch (InvocationTargetException refused) {
            return refused.getCause() instanceof Refusal refusal ? refusal.key() : refused.getCause().getClass().getSimpleName();
        } catch (ReflectiveOperationException noSuchThing) {
            throw new AssertionError(method.toString(), noSuchThing);
        }
    }

    private static String signature(Method method) {
        return method.getName() + "(" + Arrays.stream(method.getParameterTypes()).skip(1).map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")";
    }

    /** A value of a type, of nothing that exists. */
    private static Object some(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "walked";
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Duration.class) {
            return Duration.ofDays(1);
        }
        return type == Slug.class ? new Slug("walked") : null;
    }
}
