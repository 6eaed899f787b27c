package org.lectern.content.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import org.lectern.content.JsonText;
import org.lectern.content.Texts;

/** A plan, or what became of it, as the JSON that scripts read. @param unforeseen what turned out while writing: files that failed, places that were left out */
public record ImportReport(ImportPlan plan, List<Remark> unforeseen, boolean applied) {

    public ImportReport {
        unforeseen = List.copyOf(unforeseen);
    }

    /**
     * {@code source}, {@code applied}, {@code leftOut}, {@code counts} (new, changed, unchanged, kept, gone, refused, skipped, pictures, missing pictures), and lists:
     * {@code articles} that are not unchanged, or that staff have changed since the last import ({@code here} says what: edited, renamed, withdrawn, binned),
     * {@code refused}, {@code skipped}, {@code notes}, {@code missingImages} with file, line and reason, {@code gone}. A note whose {@code file} is empty is about all files.
     */
    public JsonObject json(Texts texts) {
        var failures = unforeseen.stream().filter(remark -> remark.kind() == Remark.Kind.REFUSED).map(Remark::path).collect(Collectors.toSet());
        var refused = remarks(Remark.Kind.REFUSED);
        var articles = JsonText.array();
        plan.articles().stream().filter(article -> article.state() != PlannedArticle.State.UNCHANGED || article.staffChange().isPresent())
                .filter(article -> !failures.contains(article.path())).forEach(article -> articles.add(json(article)));
        var counts = JsonText.object()
                .add("new", count(PlannedArticle.State.NEW, failures)).add("changed", count(PlannedArticle.State.CHANGED, failures))
                .add("unchanged", plan.count(PlannedArticle.State.UNCHANGED)).add("kept", plan.count(PlannedArticle.State.KEPT))
                .add("gone", plan.gone().size()).add("refused", refused.size()).add("skipped", plan.remarks(Remark.Kind.SKIPPED).size())
                .add("images", plan.pictures().size()).add("missingImages", plan.missing().size()).add("passedOver", plan.passedOver());
        return JsonText.object().add("source", plan.source()).add("applied", applied).add("leftOut", plan.leftOut()).add("counts", counts)
                .add("refused", remarks(refused, texts))
                .add("skipped", remarks(plan.remarks(Remark.Kind.SKIPPED), texts)).add("notes", remarks(remarks(Remark.Kind.NOTED), texts))
                .add("missingImages", remarks(plan.missing(), texts)).add("gone", JsonText.array(plan.gone())).add("articles", articles).build();
    }

    private static JsonObjectBuilder json(PlannedArticle article) {
        var json = JsonText.object().add("file", article.path()).add("state", word(article.state())).add("slug", article.slug().value()).add("title", article.facts().title());
        article.staffChange().ifPresent(change -> json.add("here", word(change)));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private long count(PlannedArticle.State state, Set<String> failures) {
        return plan.articles().stream().filter(article -> article.state() == state && !failures.contains(article.path())).count();
    }

    /** What the plan says, then what turned out. */
    private List<Remark> remarks(Remark.Kind kind) {
        return Stream.concat(plan.remarks(kind).stream(), unforeseen.stream().filter(remark -> remark.kind() == kind)).toList();
    }

    private static JsonArrayBuilder remarks(List<Remark> remarks, Texts texts) {
        var array = JsonText.array();
        remarks.forEach(remark -> {
            var one = JsonText.object().add("file", remark.path());
            if (remark.line() > 0) {
                one.add("line", remark.line());
            }
            array.add(one.add("reason", remark.in(texts)));
        });
        return array;
    }
}
