package org.lectern.trips;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param wrong   links that promise another number of articles than their page shows
 * @param doubles pages that say of themselves that they are another one; that a list is there in two orders is meant
 */
public record Crawl(List<String> pages, Map<String, String> broken, Map<String, String> foreign, Map<String, String> wrong, Map<String, String> doubles) {

    private static final String LOADED = "img, script, link:not([rel=canonical], [rel=alternate]), iframe, source, video, audio, track, object, embed, input[type=image]";

    private static final String NARROWER = "aside[aria-labelledby=narrow] a";

    /** Of the links to expressions of more than two tags, one in so many is followed. */
    private static final int SAMPLED = 100;

    /** Goes through the whole site below its front page; of the expressions of tags, through all of two and some of more. The desk is not public. */
    public static Crawl of(Server server) {
        var crawl = new Crawl(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        crawl.go(new Site(server), server.url());
        return crawl;
    }

    private void go(Site site, URI front) {
        var root = front.getPath().replaceFirst("/$", "");
        Set<String> known = new HashSet<>(List.of("/"));
        var from = new TreeMap<>(Map.of("/", "the beginning"));
        var waiting = new ArrayDeque<>(List.of("/"));
        var canonical = new HashMap<String, String>();
        var promised = new HashMap<String, String>();
        var deepLinks = 0;
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
            var same = canonical.putIfAbsent(document.select("link[rel=canonical]").attr("href"), address);
            if (same != null && page.status() == 200 && !address.contains("?by=")) {
                doubles.put(address, same);
            }
            if (promised.containsKey(address) && !number(document.select(".lead .meta").text()).equals(promised.get(address))) {
                wrong.put(address, promised.get(address) + " promised, but: " + document.select(".lead .meta").text());
            }
            for (var element : document.select("[href], [src], [srcset], [poster], [data]")) {
                if (isDeep && element.is("[rel=nofollow], link[rel=alternate]") && !(element.is(NARROWER) && deepLinks++ % SAMPLED == 0)) {
                    continue;
                }
                var target = target(element);
                if (element.is(NARROWER)) {
                    promised.putIfAbsent(target.substring(root.length()), number(element.select("b").text()));
                }
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

    private static String number(String text) {
        return text.replaceAll("[^0-9]", "");
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
