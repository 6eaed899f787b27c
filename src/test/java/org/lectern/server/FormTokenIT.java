package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Sends a form to every address of the desk that takes one, which would do something if its token were that of the session. */
class FormTokenIT {

    /** What the fields {@code do} would be, where an address knows more than one deed. */
    private static final Map<String, String> DEEDS = Map.of("/articles/{id}/hand-in", "hand-in", "/articles/{id}/preview-link", "make", "/reviews/{id}", "remark", "/tags/{id}", "describe", "/import/{id}", "apply");

    private final Site admin = Site.signedIn(Server.desk(), "admin");
    private final Site elsewhere = Site.signedIn(Server.desk(), "admin");

    @Test
    void a_form_without_the_token_of_its_session_is_refused_and_changes_nothing() {
        var existing = bring();
        var others = elsewhere.get("/admin/autosave.json").json().getString("token");
        var own = admin.get("/admin/autosave.json").json().getString("token");
        var before = whatHappened();
        var article = admin.get(existing.get("/articles/{id}")).form("#article");
        var wrong = new ArrayList<String>();

        for (var address : RoleWalkIT.addressesOfForms().toList()) {
            var path = path(address, existing);
            var fields = fields(address, article.get("version"));
            note(wrong, path + " without a token", true, admin.post(path, fields).status());
            fields.put("token", "");
            note(wrong, path + " with an empty token", true, admin.post(path, fields).status());
            fields.put("token", others);
            note(wrong, path + " with the token of another session", true, admin.post(path, fields).status());
            fields.remove("token");
            note(wrong, path + " with its token in the address", true, admin.post(path + "?token=" + own, fields).status());
            note(wrong, path + " with its token in the address, spelled otherwise", true, admin.post(path + "?a=b&%74oken=" + own, fields).status());
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, whatHappened());
        assertEquals(article, admin.get(existing.get("/articles/{id}")).form("#article"));
        assertFalse(admin.get("/admin/autosave.json?page=new").body().contains("Forged"));

        for (var address : RoleWalkIT.addressesOfForms().toList()) {
            var fields = fields(address, "-1");
            fields.putAll(Map.of("token", own, "title", "", "name", "", "page", "no page", "do", ""));
            note(wrong, path(address, existing) + " with its own token", false, admin.post(path(address, existing), fields).status());
        }
        assertEquals(List.of(), wrong);
    }

    /** Of a picture that is not there the form is refused as it is shown: with 404. */
    private static void note(List<String> wrong, String what, boolean refused, int status) {
        if (refused != (status == 403) && !(what.contains("/media/0123456789abcdef/") && status == 404)) {
            wrong.add(what + " answers " + status);
        }
    }

    private static Map<String, String> fields(String address, String version) {
        var fields = new HashMap<String, String>();
        List.of("title", "text", "name", "about", "description", "note", "remark", "why", "content", "source", "alt", "before", "after").forEach(field -> fields.put(field, "Forged"));
        fields.putAll(Map.of("version", version, "base", "1", "language", "en", "when", "now", "life", "hour", "page", "new:forged-by-nobody", "do", DEEDS.getOrDefault(address, "")));
        return fields;
    }

    private static String path(String address, Map<String, String> existing) {
        var path = address;
        for (var thing : existing.entrySet()) {
            path = path.replace(thing.getKey(), thing.getValue());
        }
        return path.startsWith("/admin/") ? path : "/admin" + path;
    }

    /** An article, a tag, a review, a plan, and what stands for other words. @return by the part of an address that names one */
    private Map<String, String> bring() {
        var begun = send("/admin/articles/new", "#article", "title", "Not to be forged", "text", "Genuine.", "language", "en");
        var tag = send("/admin/tags/new", "main form", "name", "Not to be forged");
        send(begun + "/hand-in", "main form", "do", "hand-in");
        var review = admin.get(begun + "/hand-in").document().select("main a[href^=/admin/reviews/]").attr("href");
        var plan = admin.send("POST", "/admin/import", Zip.form(Zip.of("genuine.md", Zip.article("Genuine")).bytes(), admin.get("/admin/import").form("main form", "source", "genuine")), "Content-Type", Zip.FORM_TYPE).header("Location");
        var existing = new java.util.LinkedHashMap<String, String>();
        existing.put("/articles/{id}", begun);
        existing.put("/tags/{id}", tag);
        existing.put("/reviews/{id}", review);
        existing.put("/import/{id}", plan);
        existing.put("{number}", "1");
        existing.put("{id}", "1");
        existing.put("{key}", "0123456789abcdef");
        return existing;
    }

    /** @return the address of what has come of it */
    private String send(String address, String css, String... fields) {
        var answer = admin.post(address, admin.get(address).form(css, fields));
        assertEquals(303, answer.status(), answer.body());
        return answer.header("Location").replaceFirst("\\?.*", "");
    }

    /** The last lines of the audit, sign-ins aside: those are written after their answer. */
    private List<String> whatHappened() {
        return admin.get("/admin/audit?account=admin").texts("tbody tr").stream().filter(line -> !line.contains("Signed in")).toList();
    }
}
