package org.lectern;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.junit.jupiter.api.Test;

import org.lectern.content.edition.Follower;

/** Who may know whom. */
class ArchitectureTest {

    private static final JavaClasses LECTERN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lectern");

    @Test
    void the_public_site_and_the_desk_never_meet() {
        noClasses().that().resideInAPackage("org.lectern.web..").should().dependOnClassesThat().resideInAPackage("org.lectern.admin..").allowEmptyShould(true).check(LECTERN);
        noClasses().that().resideInAPackage("org.lectern.admin..").should().dependOnClassesThat().resideInAPackage("org.lectern.web..").allowEmptyShould(true).check(LECTERN);
    }

    @Test
    void the_domain_knows_no_screen_and_no_protocol() {
        noClasses().that().resideInAPackage("org.lectern.content..")
                .should().dependOnClassesThat().resideInAnyPackage("org.lectern.web..", "org.lectern.admin..", "org.lectern.server..",
                        "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.websocket..", "org.primefaces..", "org.omnifaces..")
                .check(LECTERN);
    }

    @Test
    void the_pages_do_not_know_what_packs_them() {
        noClasses().that().resideInAnyPackage("org.lectern.web..", "org.lectern.admin..").should().dependOnClassesThat().resideInAPackage("org.lectern.server..").allowEmptyShould(true).check(LECTERN);
    }

    @Test
    void features_do_not_go_round_in_circles() {
        slices().matching("org.lectern.content.(*)..").should().beFreeOfCycles().check(LECTERN);
        slices().matching("org.lectern.web.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(LECTERN);
        slices().matching("org.lectern.admin.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(LECTERN);
    }

    @Test
    void the_words_that_all_features_share_know_none_of_them() {
        noClasses().that().resideInAPackage("org.lectern.content").should().dependOnClassesThat().resideInAPackage("org.lectern.content.(*)..").check(LECTERN);
    }

    @Test
    void only_the_domain_opens_transactions() {
        noClasses().that().resideOutsideOfPackage("org.lectern.content..").should().dependOnClassesThat().resideInAPackage("jakarta.transaction..").check(LECTERN);
        noClasses().that().resideOutsideOfPackage("org.lectern.content..").should().dependOnClassesThat().resideInAPackage("jakarta.persistence..").check(LECTERN);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Dao|DAO)(\\$.*)?").check(LECTERN);
        noClasses().should().resideInAnyPackage("..util..", "..utils..", "..impl..", "..common..").check(LECTERN);
    }

    @Test
    void no_interface_has_a_single_implementation() {
        classes().that().areInterfaces().and().areNotAnnotations().should(haveNoneOrSeveralImplementations()).allowEmptyShould(true).check(LECTERN);
    }

    /** Repositories apart, which the container implements, and followers, of which the search index and the page cache are to be the next; function-like ones are implemented by lambdas, which leave no class. */
    private static ArchCondition<JavaClass> haveNoneOrSeveralImplementations() {
        return new ArchCondition<>("have no or several implementations") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var implementations = type.getAllSubclasses().stream().filter(each -> !each.isInterface()).count();
                if (implementations == 1 && !type.isEquivalentTo(Follower.class) && !type.isAnnotatedWith("jakarta.data.repository.Repository")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has a single implementation"));
                }
            }
        };
    }
}
