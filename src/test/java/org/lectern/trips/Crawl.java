package org.lectern.trips;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.nodes.Element;

/**
 * Every public address that can be reached from the front page, each asked once.
 *
 * @param pages the addresses that answered with HTML, as links write them
 * @param broken what did not answer 200, with the answer and the page whose link led there
 * @param foreign what pages load from other hosts: address and page
 */
public record Crawl(List<String> pages, Map<String, String> broken, Map<String, String> foreign) {

    private static final String LOADED = "img, script, link:not([rel=canonical], [rel=alternate]), iframe, source, video, audio, track, object, embed, input[type=image]";

    /** Goes through the whole site below its front page; of the expressions of tags, through those of two. The desk is not public. */
    public static Crawl of(Server server) {
        var crawl = new Crawl(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        crawl.go(new Site(server), server.url());
        return crawl;
    }

    private void go(Site site, URI front) {
        var root = front.getPath().replaceFirst("/$", "");
        Set<String> known = new HashSet<>(List.of("/"));
        var from = new TreeMap<>(Map.of("/", "the beginning"));
        var waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            var page = site.get(address);
            if (page.status() != 200) {
                broken.put(address, page.status() + " " + page.header("Location") + " from " + from.get(address));
            }
            if (!page.header("Content-Type").startsWith("text/html")) {
                continue;
            }
            pages.add(address);
            var document = page.document();
            var isDeep = !document.select("meta[name=robots][content=noindex]").isEmpty();
            for (var element : document.select("[href], [src], [srcset], [poster], [data]")) {
                if (isDeep && element.is("[rel=nofollow], link[rel=alternate]")) {
                    continue;
                }
                var target = target(element);
                if (target.matches("(?i)([a-z]+:)?//.*") && element.is(LOADED)) {
                    foreign.put(target, address);
                }
                if (target.startsWith("/") && !target.startsWith("//")) {
                    var path = target.replaceFirst("#.*", "");
                    if (!path.startsWith(root + "/")) {
                        broken.put(path, "outside of " + root + ", from " + address);
                    } else if (!path.startsWith(root + "/admin/") && known.add(path.substring(root.length()))) {
                        waiting.add(path.substring(root.length()));
                        from.put(path.substring(root.length()), address);
                    }
                }
            }
        }
    }

    private static String target(Element element) {
        for (var attribute : List.of("href", "src", "poster", "data", "srcset")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return "";
    }
}
