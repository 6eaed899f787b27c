package org.lectern.admin.publishing;

import java.util.HashMap;
import java.util.Map;

import org.lectern.admin.importing.Zip;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/**
 * A server on which nobody publishes the own text, and its people: the administrator, who is everything at once and has written all that was imported, and eva, an editor.
 * It starts with the first trip that needs it and stops with the tests.
 */
final class Newsroom {

    private static Server server;

    private Newsroom() {
    }

    static synchronized Server server() {
        if (server == null) {
            server = Server.start("newsroom", Map.of("LECTERN_FOUR_EYES", "true", "LECTERN_ZONE", "Europe/Vienna"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    /** Lets the administrator import an article. @param matter lines of front matter @return its address at the desk */
    static String bring(String name, String title, String matter, String text) {
        var answer = new Site(server()).send("POST", "/api/v1/imports?source=" + name + "&apply=true", Zip.of(name + ".md", "---\ntitle: " + title + "\n" + matter + "\n---\n" + text + "\n").body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
        var admin = Site.signedIn(server(), "admin");
        for (var id = 1; ; id++) {
            var page = admin.get("/admin/articles/" + id + "/history");
            if (page.status() == 200 && page.text("h1").equals("History of “" + title + "”")) {
                return "/admin/articles/" + id;
            }
            if (id > 400) {
                throw new IllegalStateException("There is no article " + title);
            }
        }
    }

    /** Opens a page and sends its form, with the token and the version that it shows. @param fields names and values by turns */
    static Page send(Site site, String address, String... fields) {
        return send(site, address, site.get(address), fields);
    }

    /** Sends the form of a page that was opened before. */
    static Page send(Site site, String address, Page opened, String... fields) {
        var form = new HashMap<String, String>();
        for (var hidden : opened.document().select("main input[type=hidden]")) {
            form.put(hidden.attr("name"), hidden.attr("value"));
        }
        for (var at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return site.post(address, form);
    }
}
