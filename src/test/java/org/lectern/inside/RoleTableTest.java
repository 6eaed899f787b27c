package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;

class RoleTableTest {

    @Test
    void each_use_case_says_who_may_do_it() {
        var found = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lectern.content").stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"))
                .flatMap(type -> type.getMethods().stream()).filter(RoleTableTest::isUseCase).map(RoleTableTest::name);

        assertEquals(found.sorted().collect(Collectors.joining("\n")), UseCase.all().stream().map(UseCase::method).sorted().collect(Collectors.joining("\n")));
    }

    private static boolean isUseCase(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).isEquivalentTo(Actor.class);
    }

    private static String name(JavaMethod method) {
        var others = method.getRawParameterTypes().stream().skip(1).map(JavaClass::getSimpleName).collect(Collectors.joining(", "));
        return method.getOwner().getName().replace("org.lectern.content.", "") + "." + method.getName() + "(" + others + ")";
    }
}
