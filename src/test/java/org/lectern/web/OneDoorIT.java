package org.lectern.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Pages, feeds, sitemap, files for machines and API ask the archive, and so none of them can tell of what readers do not see. */
class OneDoorIT {

    private static final Site SITE = new Site(Server.desk());
    private static final String[] ADDRESSES = {"/", "/tags/", "/tags/?by=count", "/tags/doors/", "/tags/doors+hinges/", "/tags/doors,hinges/", "/tags/?not=doors", "/articles/front-door/", "/articles/", "/articles/2026/", "/articles/2026/02/", "/authors/", "/authors/ada-door/",
        "/index.xml", "/feed.atom", "/feed.json", "/tags/doors/index.xml", "/tags/doors/feed.atom", "/tags/doors/feed.json", "/tags/doors+hinges/feed.atom", "/tags/feed.atom?not=hinges", "/authors/ada-door/feed.atom",
        "/sitemap.xml", "/robots.txt", "/llms.txt", "/articles/front-door.md",
        "/api/v1/articles?limit=100", "/api/v1/articles?all=doors", "/api/v1/articles/front-door", "/api/v1/tags?limit=1000", "/api/v1/tags/doors"};

    /** Of tags and articles that readers do not know. */
    private static final String[] UNKNOWN = {"/authors/cellar-keeper/", "/authors/cellar-keeper/feed.atom", "/articles/2036/", "/tags/cellars/", "/tags/cellars/feed.atom", "/tags/doors+cellars/", "/tags/doors+cellars/feed.atom", "/articles/cellar-door/", "/articles/cellar-door.md",
        "/api/v1/articles/cellar-door", "/api/v1/articles?all=cellars", "/api/v1/tags/cellars", "/articles/back-door.md", "/articles/side-door.md", "/articles/trap-door.md"};

    @Test
    void what_readers_do_not_see_changes_no_byte_of_anything() {
        bring("one-door-1", "front-door.md", article("Front door", "date: 2026-02-01\nguid: http://old.example.org/?p=7\ntranslationKey: door", "To the [cellar](/articles/cellar-door/), the [back](/articles/back-door/) or the [trap](/articles/trap-door/) door, or to [cellars](/tags/cellars/)."),
                "haustuer.md", article("Haustür", "date: 2026-01-01\nlanguage: de\nguid: http://old.example.org/?p=7\ntranslationKey: door", "Auf Deutsch."));
        var before = answers();

        bring("one-door-2", "cellar-door.md", article("Cellar door", "date: 2026-02-02\ndraft: true", "[Front](/articles/front-door/).").replace("Hinges]", "Hinges, Cellars]").replace("Ada Door]", "Ada Door, Cellar Keeper]"),
                "side-door.md", article("Side door", "date: 2036-02-02\nlanguage: fr\ntranslationKey: door", "Not due."), "back-door.md", article("Back door", "date: 2026-02-02\nexpiryDate: 2026-03-01", "Expired."));
        bring("one-door-3", "trap-door.md", article("Trap door", "date: 2026-02-03", "Soon withdrawn."));
        var between = answers();
        withdraw("Trap door");

        assertEquals(before, answers());
        assertTrue(before.get("/index.xml").contains("<guid isPermaLink=\"false\">http://old.example.org/?p=7</guid>"), before.get("/index.xml"));
        assertEquals(List.of("de /articles/haustuer/", "en /articles/front-door/", "x-default /articles/front-door/"), Jsoup.parse(before.get("/articles/front-door/")).select("link[hreflang]").stream()
                .map(link -> link.attr("hreflang") + " " + link.attr("href").replace(Server.desk().url().toString(), "/")).toList());
        assertEquals(List.of("de /articles/haustuer/", "en /articles/front-door/"), Jsoup.parse(before.get("/sitemap.xml"), "", Parser.xmlParser()).select("url:has(loc:containsOwn(/front-door/)) > xhtml|link[rel=alternate]").stream()
                .map(link -> link.attr("hreflang") + " " + link.attr("href").replace(Server.desk().url().toString(), "/")).toList());
        assertEquals(List.of("<a rel=\"alternate\" href=\"/articles/haustuer/\" hreflang=\"de\" lang=\"de\"><bdi>Deutsch</bdi></a>"), Jsoup.parse(before.get("/articles/front-door/")).select(".languages a").stream().map(Object::toString).toList());
        assertTrue(Jsoup.parse(before.get("/articles/front-door/")).select(".related a[href=/articles/haustuer/]").isEmpty(), before.get("/articles/front-door/"));
        assertEquals(1, before.get("/tags/doors/feed.json").split("\\?p=7").length - 1, before.get("/tags/doors/feed.json"));
        before.keySet().forEach(address -> assertTrue(before.get(address).startsWith("200 "), address + " " + before.get(address)));
        Stream.of("/", "/authors/", "/authors/ada-door/", "/articles/", "/articles/2026/02/", "/tags/doors/", "/index.xml", "/feed.atom", "/feed.json", "/tags/doors+hinges/feed.atom", "/sitemap.xml", "/llms.txt", "/articles/front-door.md", "/articles/front-door/", "/api/v1/articles?all=doors", "/api/v1/tags/doors")
                .forEach(address -> assertNotEquals(before.get(address), between.get(address), address));
        Stream.of(UNKNOWN).forEach(address -> assertEquals(404, SITE.get(address).status(), address));
        assertFalse(before.get("/articles/front-door.md").contains("-door/)"), before.get("/articles/front-door.md"));
    }

    /** Status, entity tag and body of every address. */
    private static Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (var address : ADDRESSES) {
            var page = SITE.get(address);
            answers.put(address, page.status() + " " + page.header("ETag") + "\n" + page.body());
        }
        return answers;
    }

    private static String article(String title, String matter, String text) {
        return "---\ntitle: " + title + "\n" + matter + "\ntags: [Doors, Hinges]\nauthors: [Ada Door]\n---\n" + text + "\n";
    }

    private static void bring(String source, String... files) {
        var answer = SITE.send("POST", "/api/v1/imports?source=" + source + "&apply=true", Zip.of(files).body(), "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(0, answer.json().getJsonObject("counts").getInt("refused"), answer.body());
    }

    private static void withdraw(String title) {
        var eva = Site.signedIn(Server.desk(), "eva");
        var article = eva.get("/admin/articles?q=" + title.replace(" ", "+")).document().select("a[href~=^/admin/articles/[0-9]+$]").attr("href");
        var answer = eva.post(article + "/withdraw", eva.get(article + "/withdraw").form("main form"));
        assertEquals(303, answer.status(), answer.body());
    }
}
