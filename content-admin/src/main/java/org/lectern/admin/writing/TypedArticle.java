package org.lectern.admin.writing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.TypedTime;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.ArticleContent.NamedTag;
import org.lectern.content.writing.Merge;

/** The editor's fields as somebody has typed them, right or wrong. @param authors one a line; @param expires in the site's zone */
public record TypedArticle(String title, String text, List<String> tags, String slug, String language, String authors, String weight, String description, String summary,
        String expires, String image, String series) {

    private static final Set<String> LISTS = Set.of("tags", "authors");

    /** All but the text, each in one line. */
    private static final Map<String, Function<TypedArticle, String>> FIELDS = fields();

    static TypedArticle blank(String language, String author) {
        return new TypedArticle("", "", List.of(), "", language, author, "", "", "", "", "", "");
    }

    static TypedArticle of(Slug slug, ArticleContent content, ZoneId zone) {
        return new TypedArticle(content.title(), content.source(), content.tags().stream().map(NamedTag::name).toList(), slug.value(), content.language(), String.join("\n", content.authors()),
                content.weight().map(Object::toString).orElse(""), content.description().orElse(""), content.summary().orElse(""),
                content.expiresAt().map(instant -> TypedTime.write(LocalDateTime.ofInstant(instant, zone))).orElse(""), content.image().orElse(""), content.series().orElse(""));
    }

    /** Chosen tags come in one field, those that were typed and not chosen in another, parted by commas; without a script all stand in a third, one a line. */
    static TypedArticle read(Asked asked) {
        var named = asked.has("tags_lines") ? asked.text("tags_lines").lines() : Stream.concat(asked.fields("tags_hinput").stream(), Stream.of(asked.field("tags_input").split(",")));
        var tags = named.map(String::strip).filter(tag -> !tag.isEmpty());
        return new TypedArticle(asked.field("title"), asked.text("text"), List.copyOf(tags.collect(Collectors.toCollection(LinkedHashSet::new))), asked.field("slug"), asked.field("language"),
                asked.text("authors").strip(), asked.field("weight"), asked.text("description").strip(), asked.text("summary").strip(), asked.field("expires_input"), asked.field("image"),
                asked.field("series"));
    }

    /** The id of the field in the form that is wrong; empty if it is none in particular. */
    static String fieldOf(Refusal refusal) {
        return switch (refusal.key()) {
            case "article.title.missing", "article.title.long" -> "title";
            case "article.slug.taken", "article.slug.reserved" -> "slug";
            case "article.language" -> "language";
            case "article.image" -> "image";
            case "editor.weight.wrong" -> "weight";
            case "editor.expires.wrong", "editor.expires.past" -> "expires_input";
            case "article.field.long", "article.field.null" -> switch ((String) refusal.values().get(0)) {
                case "tag" -> "tags_input";
                case "author" -> "authors";
                default -> (String) refusal.values().get(0);
            };
            default -> refusal.key().startsWith("markdown.") || refusal.key().equals("editor.marks") ? "text" : "";
        };
    }

    /** The slug as typed, else the one that it has, else the title's. @throws Refusal if there is none of them */
    Slug wantedSlug(Optional<Slug> known) {
        if (slug.isEmpty() && known.isPresent()) {
            return known.get();
        }
        if (slug.isEmpty() && title.isEmpty()) {
            throw new Refusal("article.title.missing");
        }
        return known.filter(same -> same.value().equals(slug)).orElseGet(() -> Slug.forArticle(slug.isEmpty() ? title : slug));
    }

    /** @param base what was opened: what the form does not show stays as it is there @throws Refusal if a field is wrong, or a new expiry has passed already */
    ArticleContent content(ZoneId zone, Optional<ArticleContent> base, Instant now) {
        var weights = base.map(ArticleContent::tags).orElse(List.of()).stream().collect(Collectors.toMap(NamedTag::name, Function.identity(), (first, second) -> first));
        return new ArticleContent(title, text, filled(summary), tags.stream().map(name -> weights.getOrDefault(name, new NamedTag(name, Optional.empty()))).toList(),
                authors.lines().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList(), language, number(), filled(description), filled(image), filled(series),
                base.flatMap(ArticleContent::translationKey), expiry(zone, base, now));
    }

    private static Optional<String> filled(String typed) {
        return Optional.of(typed).filter(text -> !text.isBlank());
    }

    private Optional<Integer> number() {
        if (weight.isEmpty()) {
            return Optional.empty();
        }
        if (!weight.matches("[+-]?[0-9]{1,9}")) {
            throw new Refusal("editor.weight.wrong", weight);
        }
        return Optional.of(Integer.valueOf(weight)).filter(number -> number != 0);
    }

    /** The field shows minutes: one that was not touched keeps its seconds. */
    private Optional<Instant> expiry(ZoneId zone, Optional<ArticleContent> base, Instant now) {
        if (expires.isEmpty()) {
            return Optional.empty();
        }
        var opened = base.flatMap(ArticleContent::expiresAt);
        if (opened.isPresent() && TypedTime.write(LocalDateTime.ofInstant(opened.get(), zone)).equals(expires)) {
            return opened;
        }
        Instant end;
        try {
            end = TypedTime.read(expires).atZone(zone).toInstant();
        } catch (DateTimeException noTime) {
            throw new Refusal("editor.expires.wrong", expires);
        }
        if (!end.isAfter(now)) {
            throw new Refusal("editor.expires.past", expires);
        }
        return Optional.of(end);
    }

    /** The expiry for the date picker; null where none, or no date, was typed. */
    public LocalDateTime expiry() {
        try {
            return expires.isEmpty() ? null : TypedTime.read(expires);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    TypedArticle withText(String other) {
        return new TypedArticle(title, other, tags, slug, language, authors, weight, description, summary, expires, image, series);
    }

    /** Two that were made of the same one, as one again: what only one has changed is taken over, tags and authors of both stay, and of a field that both changed this one's. */
    TypedArticle merged(TypedArticle base, TypedArticle theirs, Merge texts) {
        return new TypedArticle(either("title", base, theirs), texts.text(), union(base.tags, tags, theirs.tags), either("slug", base, theirs), either("language", base, theirs),
                String.join("\n", union(base.authors.lines().toList(), authors.lines().toList(), theirs.authors.lines().toList())), either("weight", base, theirs),
                either("description", base, theirs), either("summary", base, theirs), either("expires", base, theirs), either("image", base, theirs), either("series", base, theirs));
    }

    /** The fields that both have changed, each in another way. Tags and authors never clash: both's are taken. */
    List<String> clashes(TypedArticle base, TypedArticle theirs) {
        return FIELDS.entrySet().stream().filter(field -> !LISTS.contains(field.getKey())).filter(field -> {
            var value = field.getValue();
            return !value.apply(this).equals(value.apply(base)) && !value.apply(theirs).equals(value.apply(base)) && !value.apply(this).equals(value.apply(theirs));
        }).map(Map.Entry::getKey).toList();
    }

    /** The fields, the text aside, that differ in this one. */
    List<String> differences(TypedArticle base) {
        return FIELDS.entrySet().stream().filter(field -> !field.getValue().apply(this).equals(field.getValue().apply(base))).map(Map.Entry::getKey).toList();
    }

    String field(String name) {
        return FIELDS.get(name).apply(this);
    }

    private String either(String field, TypedArticle base, TypedArticle theirs) {
        var value = FIELDS.get(field);
        return value.apply(this).equals(value.apply(base)) ? value.apply(theirs) : value.apply(this);
    }

    private static List<String> union(List<String> base, List<String> mine, List<String> theirs) {
        var all = new ArrayList<>(mine.stream().filter(name -> theirs.contains(name) || !base.contains(name)).toList());
        theirs.stream().filter(name -> !all.contains(name) && !base.contains(name)).forEach(all::add);
        return List.copyOf(all);
    }

    private static Map<String, Function<TypedArticle, String>> fields() {
        var fields = new LinkedHashMap<String, Function<TypedArticle, String>>();
        fields.put("title", TypedArticle::title);
        fields.put("tags", typed -> String.join(", ", typed.tags));
        fields.put("authors", typed -> String.join(", ", typed.authors.lines().toList()));
        fields.put("slug", TypedArticle::slug);
        fields.put("language", TypedArticle::language);
        fields.put("weight", TypedArticle::weight);
        fields.put("description", TypedArticle::description);
        fields.put("summary", TypedArticle::summary);
        fields.put("expires", TypedArticle::expires);
        fields.put("image", TypedArticle::image);
        fields.put("series", TypedArticle::series);
        return fields;
    }
}
