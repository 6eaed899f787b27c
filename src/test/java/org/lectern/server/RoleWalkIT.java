package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/**
 * Walks every address of the desk and of the API with each role alone and with nobody. The tables fail when an address is missing from them, or is no more.
 *
 * <p>To add one, write a line: the address as {@code DeskAddress} or {@code Path} say it (for the API with its method), and the users who may ask: anna is an
 * author, eva an editor, ada an administrator and nothing else, rita a reader. Use cases stand in {@code org.lectern.inside.UseCase}.
 */
class RoleWalkIT {

    private static final String DESK = """
            /                                anna eva ada
            /articles                        anna eva
            /articles/compare.json           anna eva
            /articles/find.json              anna eva
            /articles/new                    anna eva
            /articles/proof.json             anna eva
            /articles/slug.json              anna eva
            /articles/{id}                   anna eva
            /articles/{id}/bin               anna eva
            /articles/{id}/discard           anna eva
            /articles/{id}/hand-in           anna eva
            /articles/{id}/history           anna eva
            /articles/{id}/history/{number}  anna eva
            /articles/{id}/preview-link      anna eva
            /articles/{id}/publish           eva
            /articles/{id}/take-out          anna eva
            /articles/{id}/withdraw          anna eva
            /audit                           ada
            /audit/export.csv                ada
            /autosave.json                   anna eva
            /import                          ada
            /import/{id}                     ada
            /import/{id}.json                ada
            /imports/{id}                    ada
            /imports/{id}.json               ada
            /media                           anna eva
            /media/find.json                 anna eva
            /media/take.json                 anna eva
            /media/words.json                anna eva
            /media/{key}                     anna eva
            /media/{key}/before/{hash}       anna eva
            /media/{key}/edit                anna eva
            /media/{key}/small               anna eva
            /media/{key}/take-down           anna eva
            /profile                         anna eva ada
            /profile/portrait                anna eva ada
            /reviews                         eva
            /reviews/{id}                    anna eva
            /session.json                    anna eva ada
            /tags                            eva
            /tags/complete.json              anna eva
            /tags/new                        eva
            /tags/{id}                       eva
            /tags/{id}/delete                eva
            /tags/{id}/rename                eva
            """;

    private static final String API = """
            POST /imports         ada
            GET /imports/{id}     ada
            GET /articles         rita anna eva ada nobody
            GET /articles/{slug}  rita anna eva ada nobody
            GET /openapi.json     rita anna eva ada nobody
            GET /tags             rita anna eva ada nobody
            GET /tags/{slug}      rita anna eva ada nobody
            """;

    private static final List<String> USERS = List.of("rita", "anna", "eva", "ada");
    private static final String FORBIDDEN = "You are not allowed to do this";
    private static final JavaClasses LECTERN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lectern.admin", "org.lectern.web", "org.lectern.server");

    @Test
    void each_address_of_the_desk_is_open_to_its_roles_and_to_nobody_else() {
        var table = table(DESK);
        assertEquals(lines(addresses()), lines(table.keySet().stream()));
        var wrong = new ArrayList<String>();
        for (var user : USERS) {
            var visitor = Site.signedIn(Server.desk(), user);
            table.forEach((address, mayAsk) -> {
                var path = "/admin" + existingNowhere(address);
                note(wrong, "GET " + path + " as " + user, mayAsk.contains(user), isForbidden(visitor.get(path)));
                note(wrong, "POST " + path + " as " + user, mayAsk.contains(user), isForbidden(visitor.post(path, Map.of())));
            });
        }
        var stranger = new Site(Server.desk());
        table.keySet().stream().map(address -> "/admin" + existingNowhere(address)).forEach(path -> {
            note(wrong, "GET " + path + " as nobody", false, asksToSignIn(stranger.get(path)));
            note(wrong, "POST " + path + " as nobody", false, asksToSignIn(stranger.post(path, Map.of())));
        });

        assertEquals(List.of(), wrong);
    }

    @Test
    void each_address_of_the_api_is_open_to_its_roles_and_to_nobody_else() {
        var table = table(API);
        var found = LECTERN.stream().filter(type -> type.isAnnotatedWith(Path.class)).flatMap(type -> type.getMethods().stream()).filter(method -> !verb(method).isEmpty()).map(RoleWalkIT::address);
        assertEquals(lines(found), lines(table.keySet().stream()));
        var wrong = new ArrayList<String>();
        table.forEach((address, mayAsk) -> {
            for (var user : USERS) {
                note(wrong, address + " as " + user, mayAsk.contains(user), ask(address, "Authorization", Site.basic(user, user + "-of-the-trips")).status() == 403);
            }
            note(wrong, address + " as nobody", mayAsk.contains("nobody"), ask(address).status() == 401);
        });

        assertEquals(List.of(), wrong);
    }

    /** Every address of the desk, as {@code DeskAddress} says it. */
    static Stream<String> addresses() {
        return pages().flatMap(RoleWalkIT::addresses);
    }

    /** Those that take a form. */
    static Stream<String> addressesOfForms() {
        return pages().filter(page -> page.getMethods().stream().anyMatch(method -> method.getName().equals("take"))).flatMap(RoleWalkIT::addresses);
    }

    private static Stream<JavaClass> pages() {
        return LECTERN.stream().filter(type -> type.isAnnotatedWith(DeskAddress.class));
    }

    private static Stream<String> addresses(JavaClass page) {
        return Arrays.stream(page.getAnnotationOfType(DeskAddress.class).value());
    }

    private static Page ask(String address, String... headers) {
        var words = address.split(" ");
        return new Site(Server.desk()).send(words[0], "/api/v1" + existingNowhere(words[1]), java.net.http.HttpRequest.BodyPublishers.noBody(), headers);
    }

    private static void note(List<String> wrong, String what, boolean may, boolean refused) {
        if (may == refused) {
            wrong.add(what + (may ? " is refused" : " is let in"));
        }
    }

    private static boolean isForbidden(Page page) {
        return page.status() == 403 && page.body().contains(FORBIDDEN);
    }

    private static boolean asksToSignIn(Page page) {
        return page.status() == 302 && page.header("Location").endsWith("/sign-in");
    }

    /** The address of something that is not there. */
    private static String existingNowhere(String address) {
        return address.replaceAll("\\{[a-z]+}", "987654321");
    }

    private static Map<String, List<String>> table(String rows) {
        var table = new TreeMap<String, List<String>>();
        rows.lines().forEach(row -> {
            var parts = row.split(" {2,}");
            table.put(parts[0], List.of(parts[1].split(" ")));
        });
        return table;
    }

    private static String lines(Stream<String> all) {
        return all.sorted().collect(Collectors.joining("\n"));
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream().map(annotation -> annotation.getRawType()).filter(type -> type.isAnnotatedWith(HttpMethod.class)).map(JavaClass::getSimpleName).findFirst().orElse("");
    }

    private static String address(JavaMethod method) {
        return verb(method) + " " + method.getOwner().getAnnotationOfType(Path.class).value() + (method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value().replaceAll("\\{([a-z]+): [^}]+}", "{$1}") : "");
    }
}
