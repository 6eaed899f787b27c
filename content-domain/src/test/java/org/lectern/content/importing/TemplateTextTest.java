package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.lectern.content.importing.SomeSources.BLOG;
import static org.lectern.content.importing.SomeSources.remarks;
import static org.lectern.content.importing.SomeSources.zip;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class TemplateTextTest {

    private static String jekyll(String body) {
        return first(jekyllSource(body)).body();
    }

    private static SourceReading jekyllSource(String body) {
        return zip().file("_posts/2020-01-02-a.md", "---\ntitle: A\nimage: /a.png\n---\n" + body).file("_posts/2019-10-16-old post.md", "---\ntitle: Old\n---\n").file("_config.yml", "").read(BLOG);
    }

    private static String hugo(String body) {
        return first(zip().file("content/posts/a.md", "---\ntitle: A\n---\n" + body).file("content/posts/2019-10-16-old post.md", "---\ntitle: Old\n---\n").file("hugo.toml", "").read(BLOG)).body();
    }

    private static SourceArticle first(SourceReading reading) {
        return reading.articles().stream().filter(article -> article.title().equals("A")).findFirst().orElseThrow();
    }

    @Test
    void links_to_posts_and_files_name_the_file() {
        assertEquals("[x](source:/_posts/2019-10-16-old%20post.md#part)", jekyll("[x]({{ site.baseurl }}{% post_url 2019-10-16-old post %}#part)"));
        assertEquals("[x](source:/labs/lab1.md)", jekyll("[x]({% link labs/lab1.md %})"));
        assertEquals("[x](source:/content/posts/2019-10-16-old%20post.md#part)", hugo("[x]({{< relref \"2019-10-16-old post.md#part\" >}})"));
        assertEquals("[x](source:/content/posts/2019-10-16-old%20post.md)", hugo("[x]({{% ref path=\"/posts/2019-10-16-old post\" %}})"));
    }

    @Test
    void filters_of_addresses_leave_the_address() {
        assertEquals("[x](/a/) [y](/b) [z](/c) [i](/a.png)", jekyll("[x]({{ \"/a/\" | url }}) [y]({{ '/b' | relative_url }}) [z]({{site.url}}{{ site.baseurl\n}}/c) [i]({{ page.image | absolute_url }})"));
    }

    @Test
    void raw_text_comes_out_as_it_is_also_inside_code() {
        assertEquals("`{{ .x }}` and\n\n    {{.status}} {% if %}\n", jekyll("`{% raw %}{{ .x }}{% endraw %}` and\n\n    {%raw%}{{.status}} {% if %}{%- endraw -%}\n"));
        assertEquals("`{{ x }}`", jekyll("`{{ \"{{\" }} x }}`"));
    }

    @Test
    void code_of_another_language_is_just_text() {
        assertEquals("`{% raw %}` and `{{ x }}`", hugo("`{% raw %}` and `{{ x }}`"));
        assertEquals("`{{< figure src=\"x\" >}}`", jekyll("`{{< figure src=\"x\" >}}`"));
        assertEquals("`{{< ref x >}}`", hugo("`{{</* ref x */>}}`"));
    }

    @Test
    void highlighted_code_becomes_a_fence() {
        assertEquals("Text\n\n```go\nx := `a`\n```\nMore", jekyll("Text\n\n{% highlight go linenos %}\nx := `a`\n{% endhighlight %}\nMore"));
        assertEquals("````md\n```\n````\n", hugo("{{< highlight md \"linenos=table\" >}}\n```\n{{< /highlight >}}\n"));
    }

    @Test
    void images_and_figures_become_images_with_their_captions() {
        assertEquals("![The 18F team](/assets/team.jpg)", jekyll("{% image \"assets/team.jpg\" \"The 18F team\" %}"));
        assertEquals("![He said \"yes\" to it](/assets/a%20b.jpg)", jekyll("{% image_with_class \"assets/a b.jpg\", \"height-card-lg\" \"He said \"yes\" to it\" %}"));
        assertEquals("![Alt](/a.png \"A \\\"big\\\" caption\")", hugo("{{< figure src=\"/a.png\" alt=\"Alt\" caption=\"A \\\"big\\\" caption\" >}}"));
        assertEquals("![Alt text](/a.png \"A caption\")", jekyll("{% include \"linked-figure.html\",\n  image: \"/a.png\",\n  alt: \"Alt text\",\n  caption: \"A caption\" %}"));
        assertEquals("[![b](/b.png \"b\")](/c)", jekyll("{% include figure.html src='/b.png' caption=\"b\" link=\"/c\" %}"));
        assertEquals("![](/x.svg)", jekyll("{% svg /x.svg %}"));
        assertEquals("![Alt](/a.png \"The plan – as of May\")", hugo("{{< figure src=\"/a.png\" alt=\"Alt\" title=\"The plan\" caption=\"as of May\" >}}"));
        assertEquals("![as of May](/a.png \"The plan – as of May\")", hugo("{{< figure src=\"/a.png\" title=\"The plan\" caption=\"as of May\" >}}"));
        assertEquals("![The plan](/a.png \"The plan\")", hugo("{{< figure src=\"/a.png\" title=\"The plan\" caption=\"The plan\" >}}"));
    }

    @Test
    void within_html_they_become_html() {
        assertEquals("<div class=\"x\">\n<img src=\"/a.png\" alt=\"A &amp; B\">\n</div>\n", jekyll("<div class=\"x\">\n{% image \"a.png\" \"A & B\" %}\n</div>\n"));
    }

    @Test
    void embedded_videos_become_links() {
        assertEquals("[A film](https://www.youtube-nocookie.com/embed/1)", jekyll("{{ \"https://www.youtube-nocookie.com/embed/1\" | embed: \"A film\" }}"));
        assertEquals("[https://www.youtube.com/watch?v=w7Ft2ym](https://www.youtube.com/watch?v=w7Ft2ym)", hugo("{{< youtube w7Ft2ym >}}"));
    }

    @Test
    void comments_and_attribute_lists_are_dropped() {
        assertEquals("a  b", jekyll("a {% comment %}x {{ y }}\n{% endcomment %} b"));
        assertEquals("[a](/b). **c**", jekyll("[a](/b){:target=\"\\_blank\"}. **c**{: .note #id}"));
        assertEquals("{:a 1}", jekyll("{:a 1}"));
    }

    @Test
    void what_is_not_understood_stays_and_is_listed_with_its_line() {
        var reading = jekyllSource("One\n{% comment %}\n\n{% endcomment %}\n{% assign x = 1 %}{{ x | size }}\n`{{ y }}`\n");

        assertEquals("One\n\n{% assign x = 1 %}{{ x | size }}\n`{{ y }}`\n", first(reading).body());
        assertEquals(List.of("_posts/2020-01-02-a.md:9 {% assign x = 1 %} is not understood here and stays as text.", "_posts/2020-01-02-a.md:9 {{ x | size }} is not understood here and stays as text."), remarks(reading));
    }

    @Test
    void lines_of_the_body_are_known_in_the_file_after_forms_of_several_lines() {
        var article = first(jekyllSource("{% include figure.html\n  src=\"a.png\"\n  caption=\"c\" %}\n\n![x](missing.png)\n"));

        assertEquals("![c](a.png \"c\")\n\n![x](missing.png)\n", article.body());
        assertEquals(9, article.fileLine(3));
    }

    @Test
    void beginnings_without_an_end_take_no_longer_than_their_length() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (var beginning : List.of("{%", "{{", "{{<", "{% raw %}", "{% highlight x %}", "{% comment %}", "{::", "{:.a ", "{{ 'x' |", "{{< highlight x >}}")) {
                jekyll(beginning.repeat(60_000 / beginning.length()));
                jekyll(beginning.repeat(60_000 / beginning.length()) + "{% endhighlight %}");
            }
            zip().file("a.md", "---\ntitle: A\n---\n{{ x }} a" + "`".repeat(100_000) + "b".repeat(100_000)).read(BLOG);
            zip().file("a.md", "---\ntitle: A\n---\n[a](" + "/".repeat(100_000) + "b.md)").read(BLOG);
        });
    }
}
