package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class TagSelectionIT {

    private final Site site = new Site(Server.shared());

    @Test
    void two_tags_show_the_articles_that_carry_both() {
        var page = site.get("/tags/distributed-systems+java/");

        assertEquals(200, page.status());
        assertEquals("Articles tagged with \"Distributed-Systems\" and \"Java\"", page.text("h1"));
        assertFalse(page.texts(".card").isEmpty());
        page.document().select(".card").forEach(card -> assertTrue(card.select(".tag").eachText().containsAll(List.of("Distributed-Systems", "Java")), card.text()));
        assertEquals("Showing " + page.texts(".card").size() + " articles with these tags.", page.text(".lead .meta"));
    }

    @Test
    void alternatives_and_exclusions_are_told_in_words() {
        assertEquals("Articles tagged with \"Java\" or \"Kubernetes\"", site.get("/tags/java,kubernetes/").text("h1"));
        assertEquals("Articles tagged with \"Distributed-Systems\", without \"Java\"", site.get("/tags/distributed-systems+-java/").text("h1"));
        assertEquals("Articles tagged with \"Distributed-Systems\", and with \"Java\" or \"Kubernetes\"", site.get("/tags/?all=distributed-systems&any=java&any=kubernetes").text("h1"));
        assertEquals("Articles without \"Java\"", site.get("/tags/?not=java").text("h1"));
    }

    @Test
    void with_and_without_a_tag_make_the_whole() {
        var with = count("/tags/distributed-systems+java/");
        var without = count("/tags/distributed-systems+-java/");
        var whole = count("/tags/distributed-systems/");

        assertEquals(whole, with + without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/distributed-systems/", "/tags/java,kubernetes/", "/tags/distributed-systems+-java/", "/tags/?all=distributed-systems&any=java&any=kubernetes"})
    void every_tag_that_narrows_leaves_as_many_articles_as_it_says(String address) {
        var narrowers = site.get(address).document().select(".side li a");

        assertFalse(narrowers.isEmpty());
        for (var narrower : narrowers) {
            assertEquals(narrower.select("b").text() + " " + narrower.text(), count(narrower.attr("href")) + " " + narrower.text());
            assertEquals("nofollow", narrower.attr("rel"));
        }
    }

    @Test
    void each_term_can_be_taken_away() {
        var terms = site.get("/tags/?all=distributed-systems&any=java&any=kubernetes&not=unicode").document().select(".terms a");

        assertEquals(List.of("Distributed-Systems ×", "or Java ×", "or Kubernetes ×", "without Unicode ×"), terms.eachText());
        assertEquals(List.of("/tags/?any=java&any=kubernetes&not=unicode", "/tags/distributed-systems+kubernetes+-unicode/", "/tags/distributed-systems+java+-unicode/",
                "/tags/?all=distributed-systems&any=java&any=kubernetes"), terms.eachAttr("href"));
        assertEquals("/tags/", site.get("/tags/?not=java").document().select(".terms a").attr("href"));
    }

    @Test
    void the_form_is_filled_in_with_what_is_asked_for() {
        var form = site.get("/tags/?all=distributed-systems&any=java&any=kubernetes&not=c-sharp").document().select(".change form");

        assertEquals("Distributed-Systems", form.select("#all").attr("value"));
        assertEquals("Java, Kubernetes", form.select("#any").attr("value"));
        assertEquals("C#", form.select("#not").attr("value"));
        assertEquals("Java", site.get("/tags/java/").document().select(".change #all").attr("value"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "/tags/java+distributed-systems/ /tags/distributed-systems+java/",
        "/tags/Java+Distributed-Systems /tags/distributed-systems+java/",
        "/tags/distributed-systems+java+java/ /tags/distributed-systems+java/",
        "/tags/distributed-systems+java/page/1/ /tags/distributed-systems+java/",
        "/tags/?all=java&all=distributed-systems /tags/distributed-systems+java/",
        "/tags/?all=java,Distributed-Systems&any=&not= /tags/distributed-systems+java/",
        "/tags/?any=java&all=distributed-systems /tags/distributed-systems+java/",
        "/tags/?any=java /tags/java/",
        "/tags/?all=java&any=java&any=kubernetes /tags/java/",
        "/tags/?any=kubernetes&any=java /tags/java,kubernetes/",
        "/tags/-java/ /tags/?not=java",
        "/tags/?all=c%2B%2B&all=java&page=1 /tags/?all=c%2B%2B&all=java",
        "/tags/c%2B%2B+java/ /tags/?all=c%2B%2B&all=java",
        "/tags/?not=java&all=c%23&any=java&any=kubernetes /tags/c-sharp+kubernetes+-java/"})
    void equal_expressions_have_one_address(String asked, String address) {
        var page = site.get(asked);

        assertEquals(301, page.status());
        assertEquals(address, page.header("Location"));
        assertEquals(200, site.get(address).status(), address);
    }

    @Test
    void a_tag_whose_own_name_holds_a_plus_is_no_expression() {
        assertEquals("Articles tagged with \"C++\"", site.get("/tags/c++/").text("h1"));
    }

    @Test
    void both_signs_in_one_path_are_refused_and_the_form_that_tells_them_apart_is_offered() {
        var page = site.get("/tags/distributed-systems+java,kubernetes/");

        assertEquals(404, page.status());
        assertEquals("/tags/?all=distributed-systems&any=java&any=kubernetes", page.document().select(".lead p a").first().attr("href"));
        assertEquals(404, site.get("/tags/java,kubernetes+csp,unicode/").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/java+/", "/tags/+java/", "/tags/java++csp/", "/tags/distributed-systems%2Bjava/", "/tags/java+nothing-like-it/", "/tags/java,-csp/", "/tags/?all=nothing-like-it", "/tags/csp+java/page/2/",
        "/tags/java+%FF/", "/tags/?all=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s"})
    void nonsense_is_a_page_that_helps(String address) {
        var page = site.get(address);

        assertEquals(404, page.status(), page.header("Location"));
        assertFalse(page.document().select("main a[href=/tags/]").isEmpty());
    }

    @Test
    void a_name_that_no_tag_has_is_told_with_those_that_may_be_meant() {
        var page = site.get("/tags/?all=Kubernets&any=&not=Java");

        assertEquals(404, page.status());
        assertTrue(page.text(".lead").contains("No tag is called “Kubernets”. Did you mean one of these?"), page.text(".lead"));
        assertEquals("/tags/kubernetes+-java/", page.document().select(".lead .tag:containsOwn(Kubernetes)").attr("href"));
        assertEquals("Kubernets", page.document().select("#all").attr("value"));
        assertEquals("Java", page.document().select("#not").attr("value"));
        assertEquals(List.of("Kubernetes"), site.get("/tags/java+kubernets/").texts(".lead .tag"));
        assertEquals("/tags/java+kubernetes/", site.get("/tags/java+kubernets/").document().select(".lead .tag").attr("href"));
    }

    @Test
    void more_tags_than_can_be_combined_are_told_by_their_number() {
        var page = site.get("/tags/?all=java,kubernetes,csp,unicode,postgresql,caching,c%2B%2B,testing,time");

        assertEquals(404, page.status());
        assertTrue(page.text(".lead").contains("You ask for 9 tags at once, and at most 8 can be combined. Take some out."), page.text(".lead"));
        assertEquals("java,kubernetes,csp,unicode,postgresql,caching,c++,testing,time", page.document().select("#all").attr("value"));
    }

    @Test
    void what_contradicts_itself_is_empty_and_says_why() {
        var page = site.get("/tags/java+-java/");

        assertEquals(200, page.status());
        assertEquals("Showing no article.", page.text(".lead .meta"));
        assertTrue(page.text(".lead").contains("No article can be here: \"Java\" is asked for and excluded at once."), page.text(".lead"));
        assertTrue(page.document().select(".card, .side").isEmpty());
    }

    @Test
    void search_engines_are_kept_out_of_combinations_alone() {
        var page = site.get("/tags/distributed-systems+java/");

        assertEquals("noindex", page.document().select("meta[name=robots]").attr("content"));
        assertTrue(page.document().select("link[rel=canonical]").attr("href").endsWith("/tags/distributed-systems+java/"));
        assertTrue(site.get("/tags/java/").document().select("meta[name=robots]").isEmpty());
        assertTrue(page.cookies().isEmpty());
    }

    @Test
    void a_reader_builds_an_expression_and_narrows_it() {
        try (var browser = Browser.open(320)) {
            var page = browser.page();
            page.navigate(Server.shared().url() + "tags/");
            page.fill("#all", "Distributed-Systems");
            page.fill("#not", "Java, Kubernetes");
            page.keyboard().press("Enter");
            page.waitForURL("**/tags/distributed-systems+-java+-kubernetes/");
            browser.assertAccessible();
            browser.assertFits(320, 768, 1280);

            var narrower = page.locator(".side li a").first();
            var left = narrower.locator("b").textContent();
            narrower.click();
            page.waitForURL("**/tags/*+*+-java+-kubernetes/");

            assertEquals("Showing " + left + " articles.", page.textContent(".lead .meta").strip());
        }
    }

    private int count(String address) {
        var page = site.get(address);
        assertEquals(200, page.status(), address);
        return Integer.parseInt(page.text(".lead .meta").replaceAll("\\D", ""));
    }
}
