package org.lectern.admin.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class ArticlesPageIT {

    @BeforeAll
    static void bring() {
        var files = new java.util.ArrayList<String>();
        for (var number = 10; number < 65; number++) {
            files.addAll(List.of("many-" + number + ".md", "---\ntitle: Listed number " + number + "\ndate: 2026-01-02\ntags: [Listing]\n---\nText.\n"));
        }
        files.addAll(List.of("draft.md", "---\ntitle: Listed draft <script>alert(1)</script>\ndraft: true\ntags: [Listing, C++]\nauthors: [Lisa List]\n---\nText.\n",
                "bare.md", "---\ntitle: Listed without tags\ndate: 2026-01-02\n---\nText.\n",
                "later.md", "---\ntitle: Listed for later\ndate: 2999-01-02\n---\nText.\n"));
        var answer = new Site(Server.desk()).send("POST", "/api/v1/imports?source=listed&apply=true", Zip.of(files.toArray(String[]::new)).body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
    }

    @Test
    void the_address_holds_filter_order_and_page() {
        var eva = Site.signedIn(Server.desk(), "eva");

        var first = eva.get("/admin/articles?q=listed+number&sort=title&order=asc");
        var second = eva.get(first.document().select(".pager a[rel=next]").attr("href"));
        var turned = eva.get(first.document().select("th a:contains(Title)").attr("href"));

        assertEquals("55 articles, of which 1–50 shown", first.text("main .bar > .quiet"));
        assertEquals("Listed number 10", titles(first).get(0));
        assertEquals(List.of("Listed number 60", "Listed number 61", "Listed number 62", "Listed number 63", "Listed number 64"), titles(second));
        assertEquals("listed number", second.document().select("#q").attr("value"));
        assertEquals("Listed number 64", titles(turned).get(0));
        assertEquals("Title ↓, descending", turned.text("th a:contains(Title)"));
        assertTrue(first.document().select("tbody a").attr("href").matches("/admin/articles/\\d+"));
    }

    @Test
    void fields_that_were_left_empty_stay_out_of_the_address() {
        var ada = Site.signedIn(Server.desk(), "admin");
        var eva = Site.signedIn(Server.desk(), "eva");

        var sent = eva.get("/admin/articles?q=listed&status=&tag=+&author=&owner=&from=&until=&sort=title");

        assertEquals(303, sent.status());
        assertEquals("/admin/articles?q=listed&sort=title", sent.header("Location"));
        assertEquals(200, eva.get(sent.header("Location")).status());
        assertEquals("/admin/articles", eva.get("/admin/articles?q=&status=").header("Location"));
        assertEquals("/admin/tags", eva.get("/admin/tags?q=").header("Location"));
        assertEquals("/admin/media?only=unused", eva.get("/admin/media?q=&type=&only=unused").header("Location"));
        assertEquals("/admin/audit?action=signed-in", ada.get("/admin/audit?q=&account=&action=signed-in&kind=&from=&until=").header("Location"));
    }

    @Test
    void every_field_of_the_form_narrows_the_list() {
        var eva = Site.signedIn(Server.desk(), "eva");

        assertEquals(List.of("Listed draft <script>alert(1)</script>"), titles(eva.get("/admin/articles?q=listed&status=draft")));
        assertEquals(List.of("Listed for later"), titles(eva.get("/admin/articles?q=listed&status=scheduled")));
        assertEquals(List.of("Listed draft <script>alert(1)</script>"), titles(eva.get("/admin/articles?q=listed&tag=C%2B%2B")));
        assertEquals(List.of("Listed draft <script>alert(1)</script>"), titles(eva.get("/admin/articles?author=Lisa+List")));
        assertEquals(List.of("Listed for later", "Listed without tags"), titles(eva.get("/admin/articles?q=listed&untagged=true&sort=title")));
        assertEquals(List.of(), titles(eva.get("/admin/articles?q=listed&staged=true")));
        assertEquals(List.of(), titles(eva.get("/admin/articles?q=listed&owner=nobody")));
        assertEquals(List.of(), titles(eva.get("/admin/articles?q=listed&until=2020-01-01")));
        assertEquals(50, titles(eva.get("/admin/articles?q=listed&from=2020-01-01")).size());
        assertEquals("Draft", eva.get("/admin/articles?status=draft").text("#status option[selected]"));
        assertEquals("checked", eva.get("/admin/articles?untagged=true").document().select("#untagged").attr("checked"));
        assertEquals("page", eva.get("/admin/articles?status=draft").document().select("nav a:contains(Drafts)").attr("aria-current"));
    }

    @Test
    void nonsense_in_the_address_is_left_out_and_a_page_past_the_end_is_the_last() {
        var eva = Site.signedIn(Server.desk(), "eva");

        var page = eva.get("/admin/articles?q=listed+number&status=%22%3E&from=yesterday&sort=nonsense&order=%00&page=99999");

        assertEquals(200, page.status());
        assertEquals("55 articles, of which 51–55 shown", page.text("main .bar > .quiet"));
        assertEquals(200, eva.get("/admin/articles?q=%00&tag=%00&owner=%25&page=-1").status());
        assertEquals("No article is like that", eva.get("/admin/articles?q=there+is+none+of+these").text("main h2"));
    }

    @Test
    void authors_see_their_own_articles_alone() {
        var anna = Site.signedIn(Server.desk(), "anna");

        var page = anna.get("/admin/articles?q=listed");

        assertEquals(200, page.status());
        assertEquals(List.of(), titles(page));
        assertTrue(page.document().select("#owner").isEmpty());
    }

    @Test
    void works_for_everybody() {
        try (var browser = Browser.open(1024)) {
            browser.page().navigate(Server.desk().url() + "admin/articles?q=listed");
            Browser.signIn(browser.page(), "eva");

            browser.assertAccessible();
            browser.assertFits(768, 1024, 1440);
        }
    }

    private static List<String> titles(Page page) {
        return page.texts(".ui-datatable tbody td:first-child a");
    }
}
