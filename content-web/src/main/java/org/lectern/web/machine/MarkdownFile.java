package org.lectern.web.machine;

import java.util.List;
import java.util.stream.Collectors;

import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.ArticleSource;

/** An article as a Markdown file with front matter in YAML, as Hugo and its like read it. */
final class MarkdownFile {

    private MarkdownFile() {
    }

    /** @param address of the article's page, absolute */
    static String of(ArticleSource article, String address) {
        var file = new StringBuilder("---\n");
        field(file, "title", quoted(article.title()));
        field(file, "slug", quoted(article.slug().value()));
        field(file, "canonical", quoted(address));
        field(file, "date", article.publishedAt().toString());
        article.updatedAt().ifPresent(at -> field(file, "lastmod", at.toString()));
        article.description().ifPresent(text -> field(file, "description", quoted(text)));
        field(file, "authors", quoted(article.authors()));
        field(file, "tags", quoted(article.tags().stream().map(TagRef::name).toList()));
        field(file, "language", quoted(article.language()));
        return file.append("---\n\n").append(article.markdown().strip()).append('\n').toString();
    }

    private static void field(StringBuilder file, String name, String value) {
        file.append(name).append(": ").append(value).append('\n');
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(MarkdownFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** In double quotes (<a href="https://yaml.org/spec/1.2.2/#731-double-quoted-style">YAML 1.2.2, 7.3.1</a>), where whatever may not stand as it is can be escaped. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point >= 0x20 && point < 0x7F || point >= 0xA0 && point < 0xD800 && point != 0x2028 && point != 0x2029 || point >= 0xE000 && point < 0xFFFE && point != 0xFEFF || point >= 0x10000) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append(String.format("\\u%04X", point));
            }
        });
        return quoted.append('"').toString();
    }
}
