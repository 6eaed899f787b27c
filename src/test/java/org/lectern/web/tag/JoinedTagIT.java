package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Tags whose names hold the signs of expressions. */
class JoinedTagIT {

    private final Site site = new Site(Server.desk());

    @Test
    void a_tag_that_reads_like_an_expression_hides_it_from_nobody() {
        var told = bring("joined-1", "a.md", article("Joined a", "Oak, Pine"), "b.md", article("Joined b", "Oak, Pine"), "c.md", article("Joined c", "Oak+Pine"));

        assertTrue(told.contains("The tag “Oak+Pine” lives at /tags/oak+pine/, where a combination of other tags would stand otherwise."), told);
        assertEquals("Articles tagged with \"Oak+Pine\"", site.get("/tags/oak+pine/").text("h1"));
        var narrower = site.get("/tags/oak/").document().select(".side a:contains(Pine)");
        assertEquals("Pine 2", narrower.text());
        assertEquals("/tags/?all=oak&all=pine", narrower.attr("href"));
        var page = site.get("/tags/?all=oak&all=pine");
        assertEquals(2, page.texts(".card").size());
        assertTrue(page.document().select("link[rel=canonical]").attr("href").endsWith("/tags/?all=oak&all=pine"));
        assertEquals("/tags/?all=oak&all=pine", site.get("/tags/pine+oak/").header("Location"));
        assertEquals(2, site.get("/tags/feed.atom?all=oak&all=pine").document().select("entry").size());
    }

    @Test
    void a_tag_whose_name_begins_with_a_hyphen_is_offered_where_the_hyphen_was_taken_for_a_sign() {
        bring("joined-2", "d.md", article("Joined d", "-elm, Ash"));

        var page = site.get("/tags/-elm+ash/");

        assertEquals(404, page.status());
        assertEquals("/tags/?all=-elm&all=ash", page.document().select(".lead p a").first().attr("href"));
        assertEquals(200, site.get("/tags/?all=-elm&all=ash").status());
    }

    @Test
    void a_tag_whose_name_holds_a_comma_is_found_by_the_name_that_the_form_offers() {
        bring("joined-3", "e.md", "---\ntitle: Joined e\ndate: 2026-02-01\ntags: ['Yew, beech', Birch]\n---\nText.\n");

        assertEquals("Yew, beech", site.get("/tags/").document().select("datalist option[value~=beech]").attr("value"));
        assertEquals("/tags/birch+yew-beech/", site.get("/tags/?all=Yew%2C+beech&all=Birch").header("Location"));
    }

    private String bring(String source, String... files) {
        var answer = site.send("POST", "/api/v1/imports?source=" + source + "&apply=true", Zip.of(files).body(), "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    private static String article(String title, String tags) {
        return "---\ntitle: " + title + "\ndate: 2026-02-01\ntags: [" + tags + "]\n---\nText.\n";
    }
}
