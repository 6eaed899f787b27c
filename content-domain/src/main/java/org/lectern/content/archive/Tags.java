package org.lectern.content.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lectern.content.Slug;

/** All tags, numbered from 0 so that sets and counts can be arrays. A number once given stays until all is made anew; those of tags that are gone stay empty. Immutable. */
final class Tags {

    private static final Pattern JOINED = Pattern.compile("[^+]++(?:\\+[^+]++)+");

    static final Tags NONE = new Tags(List.of(), Map.of(), Map.of());

    private final List<Optional<TagRef>> byNumber;
    private final Map<Long, Integer> numbers;    // by id
    private final Map<String, Integer> bySlug;
    private final Map<String, Integer> aliases;
    private final List<Joined> joined;
    private final int[] byName;

    /** A slug or another name of a tag that could be the path of an expression, such as {@code r+d}. */
    record Joined(Slug name, int tag) {
    }

    private Tags(List<Optional<TagRef>> byNumber, Map<Long, Integer> numbers, Map<String, Integer> aliases) {
        this.byNumber = List.copyOf(byNumber);
        this.numbers = Map.copyOf(numbers);
        this.aliases = Map.copyOf(aliases);
        bySlug = new HashMap<>();
        for (var number = 0; number < byNumber.size(); number++) {
            var it = number;
            byNumber.get(number).ifPresent(tag -> bySlug.put(tag.slug().value(), it));
        }
        joined = Stream.of(bySlug, this.aliases).flatMap(names -> names.entrySet().stream()).filter(name -> JOINED.matcher(name.getKey()).matches())
                .map(name -> new Joined(new Slug(name.getKey()), name.getValue())).toList();
        byName = bySlug.values().stream()
                .sorted(Comparator.comparing(this::name, Words.ORDER).thenComparing(number -> byNumber.get(number).orElseThrow().slug()))
                .mapToInt(Integer::intValue).toArray();
    }

    /** One more than the highest number. */
    int size() {
        return byNumber.size();
    }

    Optional<TagRef> tag(int number) {
        return byNumber.get(number);
    }

    Optional<Integer> number(Slug slug) {
        return Optional.ofNullable(bySlug.get(slug.value()));
    }

    Optional<Slug> byAlias(Slug alias) {
        return Optional.ofNullable(aliases.get(alias.value())).flatMap(this::tag).map(TagRef::slug);
    }

    List<Joined> joined() {
        return joined;
    }

    /** The numbers of all tags by name, then by slug. */
    int[] byName() {
        return byName.clone();
    }

    Draft draft() {
        return new Draft();
    }

    private String name(int number) {
        return byNumber.get(number).orElseThrow().name();
    }

    /** A copy in the making. Numbers may be asked for before their tags are known. */
    final class Draft {

        private final List<Optional<TagRef>> tags = new ArrayList<>(byNumber);
        private final Map<Long, Integer> given = new HashMap<>(numbers);
        private final Map<String, Integer> names = new HashMap<>(aliases);
        private final Set<Long> unknown = new HashSet<>();
        private boolean changed;

        int number(long id) {
            var known = given.get(id);
            if (known != null) {
                return known;
            }
            given.put(id, tags.size());
            tags.add(Optional.empty());
            unknown.add(id);
            changed = true;
            return tags.size() - 1;
        }

        /** Tags that articles name and that have not been put. */
        Set<Long> unknown() {
            return Set.copyOf(unknown);
        }

        void put(TagRef tag) {
            var number = number(tag.id());
            tags.set(number, Optional.of(tag));
            unknown.remove(tag.id());
            changed = true;
        }

        void putAlias(String alias, long id) {
            names.put(alias, number(id));
            changed = true;
        }

        /** Forgets this tag and its aliases, but not its number. */
        void remove(long id) {
            var number = given.get(id);
            if (number != null) {
                tags.set(number, Optional.empty());
                names.values().removeIf(number::equals);
                changed = true;
            }
        }

        Tags done() {
            return changed ? new Tags(tags, given, names) : Tags.this;
        }
    }
}
