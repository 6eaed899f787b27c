package org.lectern.web.site;

import java.io.IOException;
import java.io.Writer;

/**
 * What a page tells of itself to search engines and to those who show links to it (<a href="https://ogp.me/">Open Graph</a>):
 * {@code <l:about value="#{heading}" kind="website" description="..." canonical="..." image="..."/>}. The image may be left out; addresses are absolute.
 */
public class About extends Piece<String> {

    @Override
    protected void write(String heading, Site site, Writer out) throws IOException {
        var description = attribute("description").orElse("");
        var canonical = attribute("canonical").orElseThrow();
        var image = attribute("image");
        var html = new StringBuilder(1_000);
        meta(html, "name", "description", description);
        html.append("<link rel=\"canonical\" href=\"").append(escape(canonical)).append("\"/>\n");
        meta(html, "property", "og:site_name", site.getName());
        meta(html, "property", "og:type", attribute("kind").orElseThrow());
        meta(html, "property", "og:title", heading);
        meta(html, "property", "og:description", description);
        meta(html, "property", "og:url", canonical);
        image.ifPresent(address -> meta(html, "property", "og:image", address));
        meta(html, "name", "twitter:card", image.isPresent() ? "summary_large_image" : "summary");
        out.write(html.toString());
    }

    private static void meta(StringBuilder html, String kind, String name, String content) {
        html.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"").append(escape(content)).append("\"/>\n");
    }
}
