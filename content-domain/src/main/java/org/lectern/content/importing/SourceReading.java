package org.lectern.content.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.lectern.content.Refusal;

/**
 * A source read: its articles in the order of their paths, and everything that a person should know about its files. Reads nothing but the
 * {@link SourceFolder} and decides nothing about what is stored already.
 */
public final class SourceReading {

    private static final Pattern SECTION = Pattern.compile("(.*/)?_index(\\.[\\w-]+)?\\.(md|markdown|mkd)", Pattern.CASE_INSENSITIVE);

    private final ImportOptions options;
    private final SourceFolder folder;
    private final List<SourceArticle> articles = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private SourceReading(SourceFolder folder, ImportOptions options) {
        this.folder = folder;
        this.options = options;
        remarks.addAll(folder.remarks());
    }

    /** Reads all articles of an open folder. Its pictures stay where they are until somebody asks for their bytes. */
    public static SourceReading of(SourceFolder folder, ImportOptions options) throws IOException {
        var reading = new SourceReading(folder, options);
        reading.readAll();
        return reading;
    }

    public List<SourceArticle> articles() {
        return List.copyOf(articles);
    }

    /** By path and line. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Says where the destinations in these articles lead. */
    public SourceLinks links() {
        return new SourceLinks(articles, folder.pictures(), folder.leftOut(), options);
    }

    private void readAll() throws IOException {
        var files = new LinkedHashMap<String, FrontMatter>();
        for (var path : folder.texts()) {
            try {
                readable(path).ifPresent(frontMatter -> files.put(path, frontMatter));
            } catch (Fault fault) {
                remarks.add(fault.at(path));
            } catch (Refusal refusal) {
                remarks.add(Remark.refused(path, 0, refusal.key(), refusal.values().toArray()));
            }
        }
        var names = new HashSet<>(folder.others());
        names.addAll(folder.texts());
        names.addAll(folder.data());
        var language = TemplateLanguage.of(new TreeSet<>(names), () -> files.values().stream().map(FrontMatter::body).iterator());
        if (language.mayBeEleventy()) {
            files.replaceAll(DirectoryData.of(folder, remarks)::around);
        }
        noteMissingTags(files.values());
        var reader = new ArticleReader(folder, language, options, remarks);
        files.forEach((path, frontMatter) -> {
            try {
                articles.add(reader.read(path, frontMatter));
            } catch (Fault fault) {
                remarks.add(fault.at(path));
            } catch (Refusal refusal) {
                remarks.add(Remark.refused(path, 0, refusal.key(), refusal.values().toArray()));
            } catch (StackOverflowError e) {        // visitors of Markdown recurse
                remarks.add(Remark.refused(path, frontMatter.bodyLine(), "import.refused.nested"));
            }
        });
        remarks.sort(Remark.BY_PLACE);
    }

    /** A field that no file has at all was misspelt, or is another source's. */
    private void noteMissingTags(Collection<FrontMatter> all) {
        options.tagsField().filter(field -> !field.equals("folder") && !all.isEmpty() && all.stream().noneMatch(front -> ArticleFields.spellings(field).stream().anyMatch(front::has)))
                .ifPresent(field -> remarks.add(Remark.noted("", 0, "import.noted.tagsField", field)));
    }

    /** Empty if the file is passed over, which is remarked. */
    private Optional<FrontMatter> readable(String path) throws IOException, Fault {
        var text = SourceText.of(folder.bytes(path));
        if (SECTION.matcher(path).matches()) {
            remarks.add(Remark.skipped(path, "import.skipped.section"));
            return Optional.empty();
        }
        var frontMatter = FrontMatterParser.parse(text);
        if (frontMatter.isEmpty() && !options.plain()) {
            remarks.add(Remark.skipped(path, "import.skipped.plain"));
            return Optional.empty();
        }
        return Optional.of(frontMatter.orElseGet(() -> FrontMatter.none(text)).in(folder));
    }
}
