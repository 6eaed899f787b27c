package org.lectern.web.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.util.ULocale;

import org.lectern.content.archive.TagCount;

/** The tags under one letter of an index. @param id unique on the page, fit for an address */
public record Letter(String name, String id, List<TagCount> tags) {

    /** Before the first letter or digit of a name, such as {@code .NET}. */
    private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+(?=[\\p{L}\\p{N}])");

    /** Over tags that begin with a digit, or hold nothing but signs. */
    private static final String DIGITS = "0–9";

    /** Over tags in scripts that have too many letters for an index. */
    private static final String OTHERS = "…";

    /** More labels than this are thinned out by ICU. */
    private static final int MOST = 2_000;

    private static final Map<Locale, AlphabeticIndex.ImmutableIndex<Void>> INDEXES = new ConcurrentHashMap<>();

    /** Scripts that tags may be written in beside the reader's own, each as a language of it. */
    private static final List<String> SCRIPTS = List.of("el", "ru", "he", "ar", "hi", "th", "ja", "ko", "zh");

    /** @param tags by name; @param locale of the reader, who expects its letters */
    static List<Letter> divide(List<TagCount> tags, Locale locale) {
        var index = INDEXES.computeIfAbsent(locale, Letter::index);
        var letters = new LinkedHashMap<Integer, List<TagCount>>();
        for (var tag : tags) {
            letters.computeIfAbsent(index.getBucketIndex(SIGNS.matcher(tag.name()).replaceFirst("")), bucket -> new ArrayList<>()).add(tag);
        }
        return letters.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(letter -> {
            var bucket = index.getBucket(letter.getKey());
            var name = switch (bucket.getLabelType()) {
                case NORMAL -> bucket.getLabel();
                case UNDERFLOW -> DIGITS;
                default -> OTHERS;
            };
            return new Letter(name, "letter-" + letter.getKey(), List.copyOf(letter.getValue()));
        }).toList();
    }

    private static AlphabeticIndex.ImmutableIndex<Void> index(Locale locale) {
        var index = new AlphabeticIndex<Void>(locale).setMaxLabelCount(MOST);
        SCRIPTS.forEach(language -> index.addLabels(new ULocale(language)));
        return index.buildImmutableIndex();
    }
}
