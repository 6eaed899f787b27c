package org.lectern.content.article;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.lectern.content.markdown.Heading;

/** Keeps an {@link Outline} as lines of level, id and text, parted by tabs. */
@Converter(autoApply = true)
public class OutlineConverter implements AttributeConverter<Outline, String> {

    @Override
    public String convertToDatabaseColumn(Outline outline) {
        var lines = new StringBuilder();
        outline.headings().forEach(heading -> lines.append(heading.level()).append('\t').append(heading.id()).append('\t')
                .append(heading.text().replaceAll("\\s+", " ")).append('\n'));
        return lines.toString();
    }

    @Override
    public Outline convertToEntityAttribute(String column) {
        return new Outline(column.lines().map(line -> line.split("\t", 3)).map(parts -> new Heading(Integer.parseInt(parts[0]), parts[1], parts[2])).toList());
    }
}
