package org.lectern.web.article;

import java.util.ArrayList;
import java.util.List;

import org.lectern.content.article.Outline;
import org.lectern.content.markdown.Heading;

/** An entry of a table of contents, and those one level below. What lies deeper is left out: a table of contents is to be taken in at a glance. */
public record Section(Heading heading, List<Heading> parts) {

    static List<Section> of(Outline outline) {
        var headings = outline.headings().stream().filter(heading -> !heading.id().isEmpty() && !heading.text().isBlank()).toList();
        if (headings.size() < 2) {
            return List.of();
        }
        var top = headings.stream().mapToInt(Heading::level).min().orElseThrow();
        var sections = new ArrayList<Section>();
        for (var heading : headings) {
            if (heading.level() == top || sections.isEmpty()) {
                sections.add(new Section(heading, new ArrayList<>()));
            } else if (heading.level() == top + 1) {
                sections.get(sections.size() - 1).parts().add(heading);
            }
        }
        return sections;
    }
}
