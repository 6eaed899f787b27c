package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lectern.content.importing.SomeSources.BLOG;
import static org.lectern.content.importing.SomeSources.article;
import static org.lectern.content.importing.SomeSources.remarks;
import static org.lectern.content.importing.SomeSources.remarksOn;
import static org.lectern.content.importing.SomeSources.site;
import static org.lectern.content.importing.SomeSources.zip;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one generator does and the others do not. */
class GeneratorHabitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"---json\n{\n \"title\": \"A\",\n \"tags\": [\"x\"]\n}\n---\nBody", "---toml\ntitle = 'A'\n\ntags = ['x']\n\n---\nBody", "---yaml\ntitle: A\n\ntags: [x]\n\n---\nBody"})
    void eleventys_front_matter_may_name_its_language(String text) {
        var article = article(text);

        assertEquals("A", article.title());
        assertEquals(List.of("x"), article.tags());
        assertEquals("Body", article.body());
        assertEquals(7, article.fileLine(1));
    }

    @Test
    void a_fault_in_a_named_language_has_its_line_and_an_unknown_language_is_no_front_matter() {
        assertEquals(List.of("a.md:1 The front matter that ---json begins never ends. Close it with the line ---."), remarksOn("---json\n{}\nText\n"));
        assertEquals("a.md:4", remarksOn("---json\n{\n \"title\": \"A\",\n \"tags\" [1]\n}\n---\n").get(0).split(" ")[0]);
        assertEquals(List.of("a.md:0 The file has no front matter. With the option \"plain\" such files are articles too."), remarksOn("---lua\ntitle: A\n---\n"));
    }

    @Test
    void jekyll_splits_a_string_of_tags_and_categories_at_white_space() {
        var post = "---\ntitle: Streams\ndate: 2024-01-02\ntags: kafka streams java\ncategories: news tech\n---\n";

        var jekyll = zip().file("_posts/2024-01-02-streams.md", post).read(site(null, "/:categories/:year/:title/")).articles().get(0);
        var single = zip().file("_posts/2024-01-02-streams.md", "---\ntitle: Streams\ntag: big data\ncategory: big news\n---\n").read(site(null, "/:categories/:title/")).articles().get(0);
        var commas = zip().file("_posts/2024-01-02-streams.md", "---\ntitle: Streams\ntags: kafka streams, java\n---\n").read(BLOG).articles().get(0);

        assertEquals(List.of("kafka", "streams", "java"), jekyll.tags());
        assertEquals(Optional.of(new Written("/news/tech/2024/streams/", 0)), jekyll.address());
        assertEquals(List.of("big data"), single.tags());
        assertEquals(Optional.of(new Written("/big-news/streams/", 0)), single.address());
        assertEquals(List.of("kafka streams", "java"), commas.tags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hugo.toml", "eleventy.config.js", "readme.txt"})
    void others_take_such_a_string_as_one_tag(String file) {
        var articles = zip().file("posts/streams.md", "---\ntitle: Streams\ntags: kafka streams\n---\n{{ '/x' | url }}\n").file(file, "").read(BLOG).articles();

        assertEquals(List.of("kafka streams"), articles.get(0).tags());
    }

    @Test
    void hugos_params_tell_what_the_top_does_not() {
        var below = article("---\ntitle: A\nparams:\n  author: Ada, Grace\n  description: For machines.\n  summary: Short.\n---\n");
        var both = article("+++\ntitle = 'A'\nauthor = 'Ada'\ndescription = 'Above'\n[params]\nauthors = ['Grace']\ndescription = 'Below'\n+++\n");

        assertEquals(List.of("Ada", "Grace"), below.authors());
        assertEquals(Optional.of("For machines."), below.description());
        assertEquals(Optional.of(new Written("Short.", 6)), below.summary());
        assertEquals(List.of("Ada"), both.authors());
        assertEquals(Optional.of("Above"), both.description());
    }

    @Test
    void eleventys_data_files_speak_for_all_articles_below_their_folder() {
        var source = zip().file("posts/posts.json", "\n{\"tags\": \"post\", \"author\": \"Ada\", \"lang\": \"de\"}").file("posts/deep/deep.11tydata.json", "{\"author\": \"Grace\"}")
                .file("posts/deep/deep.json", "{\"author\": \"Nobody\", \"tags\": [\"deep\"]}").file("posts/deep/a.md", "---\ntitle: A\ntags: [x]\n---\n").file("posts/b.md", "---\ntitle: B\nlang: en\n---\n")
                .file("top.md", "---\ntitle: Top\n---\n").file("notes/notes.11tydata.js", "").file("bad/bad.json", "{\n\"tags\" [1]}");

        var reading = source.read(BLOG);

        var said = reading.articles().stream().map(article -> article.title() + " " + article.tags() + " " + article.authors() + " " + article.language().orElse("none")).toList();
        assertEquals(List.of("B [post] [Ada] en", "A [post, deep, x] [Grace] de", "Top [] [] none"), said);
        assertEquals(List.of("bad/bad.json:2", "notes/notes.11tydata.js:0"), reading.remarks().stream().map(remark -> remark.path() + ":" + remark.line()).toList());
    }

    @Test
    void a_data_file_in_a_top_folder_that_is_left_out_still_speaks_for_it_and_to_jekyll_it_says_nothing() {
        assertEquals(List.of("post"), zip().file("posts/posts.json", "{\"tags\": [\"post\"]}").file("posts/a.md", "---\ntitle: A\n---\n").read(BLOG).articles().get(0).tags());
        assertEquals(List.of(), zip().file("posts/posts.json", "{\"tags\": [\"post\"]}").file("posts/a.md", "---\ntitle: A\n---\n").file("_config.yml", "").read(BLOG).articles().get(0).tags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last Modified", "Created", "git Last Modified", "git Created"})
    void a_date_that_eleventy_would_look_up_is_none_and_is_noted(String date) {
        var reading = zip().file("posts/2024-01-02-a.md", "---\ntitle: A\ndate: " + date + "\n---\n").file("b.md", "---\ntitle: B\ndate: " + date + "\n---\n").read(BLOG);

        assertEquals(List.of(Optional.empty(), Optional.of(Instant.parse("2024-01-02T00:00:00Z"))), reading.articles().stream().map(SourceArticle::date).toList());
        assertEquals("b.md:3 The date \"" + date + "\" tells no day: it asks Eleventy to look it up where the site is made. Write it as 2026-11-24, or the article takes the day in the name of the file, "
                + "failing that the day of the import.", remarks(reading).get(0));
        assertEquals(2, reading.remarks().size());
    }

    @Test
    void a_name_that_begins_like_a_date_and_is_none_is_noted() {
        var reading = zip().file("_posts/2021-13-45-bad-date.md", "---\ntitle: A\n---\n").file("_posts/2021-12-24-good-date.md", "---\ntitle: B\n---\n").read(BLOG);

        assertEquals(List.of("_posts/2021-13-45-bad-date.md:0 The name of the file begins with 2021-13-45, which is no date: it is taken as part of the name. Rename the file, or give it a date and a slug."),
                remarks(reading));
    }

    @Test
    void a_field_of_tags_that_no_file_has_is_noted_once() {
        var options = new ImportOptions("blog", Optional.of("topics"), false, Optional.empty(), Optional.empty(), ZoneId.of("UTC"));

        var none = zip().file("a.md", "---\ntitle: A\ntags: [x]\n---\n").file("b.md", "---\ntitle: B\n---\n").read(options);
        var one = zip().file("a.md", "---\ntitle: A\ntopic: x\n---\n").file("b.md", "---\ntitle: B\n---\n").read(options);

        assertEquals(List.of(":0 No file has the field \"topics\", so no article gets a tag. Name by the option \"tags\" the field that holds them."), remarks(none));
        assertEquals(List.of(), remarks(one));
    }
}
