package org.lectern.content.importing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which article of a source an old address leads to: by the addresses and aliases that articles name, failing those by Jekyll's and Hugo's default addresses. Letters of
 * either case, {@code .html}, {@code index.html} and a slash at the end make no difference.
 */
final class OldAddresses {

    private final Map<String, String> paths = new HashMap<>();

    OldAddresses(List<SourceArticle> articles, ZoneId zone) {
        articles.forEach(article -> article.address().ifPresent(address -> paths.putIfAbsent(key(address.text()), article.path())));
        articles.forEach(article -> article.aliases().forEach(alias -> paths.putIfAbsent(key(alias.text()), article.path())));
        addGuesses(articles, zone);
    }

    /** The path of the article's file. */
    Optional<String> article(String address) {
        return Optional.ofNullable(paths.get(key(address)));
    }

    /** Jekyll's and Hugo's default addresses, each where it can mean but one article and no address is known to be another's. */
    private void addGuesses(List<SourceArticle> all, ZoneId zone) {
        var guesses = new HashMap<String, Set<String>>();
        for (var article : all) {
            for (var guess : guesses(article, zone)) {
                guesses.computeIfAbsent(key(guess), address -> new HashSet<>()).add(article.path());
            }
        }
        guesses.forEach((address, meant) -> {
            if (meant.size() == 1) {
                paths.putIfAbsent(address, meant.iterator().next());
            }
        });
    }

    private static Set<String> guesses(SourceArticle article, ZoneId zone) {
        var guesses = new HashSet<String>();
        var stem = SourcePaths.stem(article.path()).replaceFirst("^(content|src|docs)/", "");
        var section = stem.contains("/") ? stem.substring(0, stem.lastIndexOf('/') + 1).replaceAll("(^|/)(_posts|_drafts)/", "$1") : "";
        var names = new HashSet<>(List.of(SourcePaths.nameOf(article.path()), article.slug().text(), SourcePaths.lastSegment(stem)));
        var days = new HashSet<LocalDate>();
        article.named().ifPresent(days::add);
        article.date().ifPresent(date -> days.add(LocalDate.ofInstant(date, zone)));
        for (var name : names) {
            guesses.add(section + name);
            for (var day : days) {
                guesses.add("%04d/%02d/%02d/%s".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), name));
            }
        }
        return guesses;
    }

    private static String key(String address) {
        var path = SourcePaths.fold(SourcePaths.resolve("", address.split("[?#]", 2)[0]));
        return path.replaceFirst("(^|/)index\\.(html?|md)$", "").replaceFirst("\\.(html?|md|markdown)$", "");
    }
}
