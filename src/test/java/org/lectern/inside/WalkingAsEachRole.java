package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

/** Calls each {@link UseCase} with every role alone and with none, about things that do not exist. */
interface WalkingAsEachRole {

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

    private static void walk(UseCase useCase, Set<Role> roles, boolean may, List<String> wrong) {
        var outcome = outcome(useCase.method(), new Actor("walker-" + roles, roles, "192.0.2.99"));
        if (may == outcome.equals("actor.not.allowed") || !may && !outcome.equals("actor.not.allowed")) {
            wrong.add(useCase.method() + " as " + roles + ": " + outcome);
        }
    }

    /** The key of the refusal, or what else came of it. */
    private static String outcome(String name, Actor actor) {
        try {
            var type = Class.forName("org.lectern.content." + name.substring(0, name.lastIndexOf('.', name.indexOf('('))));
            var method = Arrays.stream(type.getMethods()).filter(each -> name.endsWith("." + signature(each))).findFirst().orElseThrow();
            var values = new ArrayList<Object>(List.of(actor));
            Arrays.stream(method.getParameterTypes()).skip(1).map(WalkingAsEachRole::some).forEach(values::add);
            method.invoke(CDI.current().select(type).get(), values.toArray());
            return "done";
        } catch (InvocationTargetException refused) {
            return refused.getCause() instanceof Refusal refusal ? refusal.key() : refused.getCause().getClass().getSimpleName();
        } catch (ReflectiveOperationException noSuchThing) {
            throw new AssertionError(name, noSuchThing);
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
        if (type == Long.class) {
            return -1L;
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
