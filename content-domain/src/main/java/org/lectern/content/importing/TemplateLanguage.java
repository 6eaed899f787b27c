package org.lectern.content.importing;

import java.util.Set;
import java.util.regex.Pattern;

/** Whose template language and habits a source is written in: it decides what is translated inside code, where other languages' forms are just text. */
enum TemplateLanguage {

    /** Liquid, which runs over code too, and Jekyll's own habits. */
    JEKYLL,
    /** Eleventy, or Liquid of whom nobody knows. */
    LIQUID,
    /** Hugo: shortcodes run over code too. */
    HUGO,
    /** No sign of either: code stays as it is. */
    PLAIN;

    private static final Pattern HUGO_FILE = Pattern.compile("(.*/)?(hugo\\.(toml|yaml|json)|_index(\\.[a-z-]+)?\\.md)|(config/_default/.*|config\\.toml|archetypes/.*)");
    private static final Pattern LIQUID_FILE = Pattern.compile("(.*/)?(_posts|_drafts|_includes|_layouts)/.*|_config\\.ya?ml|(\\.eleventy|eleventy\\.config)\\.[cm]?js|Gemfile");
    private static final Pattern JEKYLL_FILE = Pattern.compile("(.*/)?(_posts|_drafts)/.*|_config\\.ya?ml|Gemfile");
    private static final Pattern ELEVENTY_FILE = Pattern.compile("(\\.eleventy|eleventy\\.config)\\.[cm]?js|.*\\.11tydata\\.(json|[cm]?js)");
    private static final Pattern LIQUID_FORM = Pattern.compile(
            "\\{%-?\\s*(raw|highlight|post_url|link|include|image|image_with_class|comment)\\b|\\{\\{-?\\s*(\"[^\"}]*\"|'[^'}]*'|[\\w.]+)\\s*\\|\\s*(url|relative_url|absolute_url)\\b|\\{\\{-?\\s*site\\.(baseurl|url)\\b");
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(ref|relref|figure|highlight|youtube)\\b");
    private static final Pattern CODE = Pattern.compile("(?ms)^ {0,3}(```+|~~~+).*?(^ {0,3}\\1|\\z)|(?<!`)(`++)[^`]++\\3");

    /** Judges by the files, then by a form outside code. */
    static TemplateLanguage of(Set<String> files, Iterable<String> bodies) {
        for (var file : files) {
            if (LIQUID_FILE.matcher(file).matches()) {
                return isJekyll(files) ? JEKYLL : LIQUID;
            }
            if (HUGO_FILE.matcher(file).matches()) {
                return HUGO;
            }
        }
        for (var body : bodies) {
            if (!body.contains("{%") && !body.contains("{{")) {
                continue;
            }
            var prose = CODE.matcher(body).replaceAll("");
            if (SHORTCODE.matcher(prose).find()) {
                return HUGO;
            }
            if (LIQUID_FORM.matcher(prose).find()) {
                return LIQUID;
            }
        }
        return PLAIN;
    }

    private static boolean isJekyll(Set<String> files) {
        return files.stream().anyMatch(JEKYLL_FILE.asMatchPredicate()) && files.stream().noneMatch(ELEVENTY_FILE.asMatchPredicate());
    }

    boolean mayBeEleventy() {
        return this == LIQUID || this == PLAIN;
    }

    boolean isLiquid() {
        return this == JEKYLL || this == LIQUID;
    }
}
