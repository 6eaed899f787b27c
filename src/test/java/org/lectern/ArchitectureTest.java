package org.lectern;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import jakarta.inject.Named;

import org.junit.jupiter.api.Test;

/** Who may know whom, and what else must stay true. Each rule was seen red once. */
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
    void a_feature_knows_only_those_below_it() {
        var fromTheTop = List.of("importing", "reading", "writing", "archive", "article", "tag");
        for (int i = 1; i < fromTheTop.size(); i++) {
            var above = fromTheTop.subList(0, i).stream().map(feature -> "org.lectern.content." + feature + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("org.lectern.content." + fromTheTop.get(i) + "..").should().dependOnClassesThat().resideInAnyPackage(above).check(LECTERN);
        }
        var features = fromTheTop.stream().map(feature -> "org.lectern.content." + feature + "..").toArray(String[]::new);
        noClasses().that().resideInAPackage("org.lectern.content..").and().resideOutsideOfPackages(features).should().dependOnClassesThat().resideInAnyPackage(features).check(LECTERN);
    }

    /** In {@code architecture.md} a line of the table names a package or several, and at its end those that it knows. */
    @Test
    void the_page_about_the_house_tells_what_each_feature_of_the_domain_knows() throws IOException {
        var told = new TreeMap<String, Set<String>>();
        Pattern.compile("(?m)^\\| (`[^|]+)\\|[^|]*\\|([^|]*)\\|$").matcher(Files.readString(Path.of("docs/architecture.md"))).results().forEach(line -> names(line.group(1)).forEach(feature -> told.put(feature, names(line.group(2)))));
        var known = new TreeMap<String, Set<String>>();
        for (var type : LECTERN) {
            feature(type).ifPresent(feature -> type.getDirectDependenciesFromSelf().forEach(dependency -> feature(dependency.getTargetClass()).filter(other -> !other.equals(feature))
                    .ifPresent(other -> known.computeIfAbsent(feature, first -> new TreeSet<>()).add(other))));
            feature(type).ifPresent(feature -> known.computeIfAbsent(feature, first -> new TreeSet<>()));
        }

        assertEquals(known, told);
    }

    /** The package of the domain that a class is of. */
    private static Optional<String> feature(JavaClass type) {
        return Optional.of(Pattern.compile("org\\.lectern\\.content\\.([a-z]+)").matcher(type.getPackageName())).filter(Matcher::matches).map(found -> found.group(1));
    }

    private static Set<String> names(String cell) {
        return Pattern.compile("`([a-z]+)`").matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void one_package_makes_html_of_markdown() {
        noClasses().that().resideOutsideOfPackage("org.lectern.content.markdown..").should().dependOnClassesThat().resideInAPackage("org.commonmark..").check(LECTERN);
    }

    /** Whose methods look for an implementation anew each time. */
    @Test
    void json_is_begun_by_what_knows_its_implementation() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.json.Json").check(LECTERN);
    }

    @Test
    void only_the_clock_asks_the_machine_for_the_time() {
        noClasses().that().doNotHaveFullyQualifiedName("org.lectern.content.SystemClock").should().callMethodWhere(describe("asks java.time for the present", call ->
                call.getTargetOwner().getPackageName().equals("java.time") && call.getName().matches("now|systemUTC|systemDefaultZone") && call.getTarget().getRawParameterTypes().isEmpty())).check(LECTERN);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(LECTERN);
    }

    @Test
    void a_transaction_is_an_activity_of_the_whole_application() {
        classes().that().areAnnotatedWith("jakarta.transaction.Transactional").should().beAnnotatedWith("jakarta.enterprise.context.ApplicationScoped").check(LECTERN);
    }

    @Test
    void the_bean_of_a_page_lives_as_long_as_its_request() {
        classes().that().areAnnotatedWith("jakarta.inject.Named").should().beAnnotatedWith("jakarta.enterprise.context.RequestScoped").check(LECTERN);
    }

    /** Records among them are silently lost when a detached entity is saved. */
    @Test
    void a_value_of_several_columns_is_no_record() {
        noClasses().that().areAnnotatedWith("jakarta.persistence.Embeddable").should().beRecords().allowEmptyShould(true).check(LECTERN);
    }

    @Test
    void public_views_need_no_script_no_form_of_faces_and_no_inline_style() throws IOException {
        for (var view : files("../content-web/src/main/resources", ".xhtml")) {
            var unwanted = Pattern.compile("<script|\\sstyle=|\\son[a-z]+=|<h:form|<h:command|<f:ajax").matcher(Files.readString(view));

            assertFalse(unwanted.find(), () -> view + " holds " + unwanted.group());
        }
    }

    @Test
    void no_line_of_a_view_has_the_name_of_a_bean_which_would_be_shown_in_its_place() throws IOException {
        var beans = LECTERN.stream().filter(type -> type.isAnnotatedWith(Named.class)).map(type -> Introspector.decapitalize(type.getSimpleName())).collect(Collectors.toSet());
        assertTrue(beans.contains("desk"));
        for (var folder : List.of("../content-web/src/main/resources", "../content-admin/src/main/resources")) {
            for (var view : files(folder, ".xhtml")) {
                Pattern.compile("\\svar(?:Status)?=\"([^\"]+)\"").matcher(Files.readString(view)).results().map(found -> found.group(1))
                        .forEach(name -> assertFalse(beans.contains(name), () -> view + " calls a line " + name));
            }
        }
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        for (var folder : List.of("../content-domain/src/main/java", "../content-web/src/main/java", "../content-admin/src/main/java", "main/java")) {
            for (var source : files(folder, ".java")) {
                assertTrue(Files.exists(source.resolveSibling("package-info.java")), () -> source.getParent() + " has no package-info.java");
            }
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var all = Files.walk(Path.of(folder))) {
            var found = all.filter(file -> file.toString().endsWith(ending)).toList();
            assertFalse(found.isEmpty(), folder + " holds nothing that ends in " + ending);
            return found;
        }
    }

    @Test
    void only_the_domain_opens_transactions() {
        noClasses().that().resideOutsideOfPackage("org.lectern.content..").should().dependOnClassesThat().resideInAPackage("jakarta.transaction..").check(LECTERN);
        noClasses().that().resideOutsideOfPackage("org.lectern.content..").should().dependOnClassesThat().resideInAPackage("jakarta.persistence..").check(LECTERN);
    }

    /** It is written once. What is too old goes, all alike, by {@code Retention}. */
    @Test
    void an_entry_of_the_audit_is_never_changed_and_never_deleted_by_itself() throws IOException {
        var entry = "org.lectern.content.audit.AuditEntry";
        noClasses().should().callMethodWhere(describe("deletes entries of the audit", call -> call.getTargetOwner().getName().equals("org.lectern.content.audit.AuditEntries")
                && !Set.of("add", "newest").contains(call.getName()) && !call.getOriginOwner().getName().equals("org.lectern.content.audit.Retention"))).check(LECTERN);
        noClasses().should().accessFieldWhere(describe("sets a field of an entry after it was made", access -> access.getTargetOwner().getName().equals(entry)
                && access.getAccessType() == JavaFieldAccess.AccessType.SET && !access.getOrigin().getName().equals("<init>") && !access.getOrigin().getName().startsWith("_persistence"))).check(LECTERN);
        for (var source : files("../content-domain/src/main/java", ".java")) {
            var change = Pattern.compile("(?i)\\b(delete\\s+from|update)\\s+(AuditEntry|audit)\\b").matcher(Files.readString(source));
            while (change.find()) {
                assertTrue(source.endsWith("AuditEntries.java") && change.group().equals("delete from AuditEntry"), () -> source + " holds " + change.group());
            }
        }
    }

    /** They take an actor in order to write down who it was; whether that one may was asked before. */
    @Test
    void steps_that_check_no_role_are_taken_by_use_cases_alone() {
        noClasses().that().resideOutsideOfPackage("org.lectern.content..").should()
                .dependOnClassesThat().haveNameMatching("org\\.lectern\\.content\\.(article\\.ArticleStore|audit\\.Audit)").check(LECTERN);
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

    /**
     * Repositories apart, which the container implements; function-like ones are implemented by lambdas, which leave no class. An interface whose one implementation
     * stands in another feature is no second name for it but a door: a lower feature calls an upper one through it that it must not know, as the followers of the edition.
     */
    private static ArchCondition<JavaClass> haveNoneOrSeveralImplementations() {
        return new ArchCondition<>("have no or several implementations, or one in another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var implementations = type.getAllSubclasses().stream().filter(each -> !each.isInterface()).toList();
                if (implementations.size() == 1 && implementations.get(0).getPackageName().equals(type.getPackageName()) && !type.isAnnotatedWith("jakarta.data.repository.Repository")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has a single implementation"));
                }
            }
        };
    }
}
