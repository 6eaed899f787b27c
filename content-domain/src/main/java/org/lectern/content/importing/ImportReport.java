package org.lectern.content.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import org.lectern.content.Texts;

/** A plan, or what became of it, as the JSON that scripts read. @param failed what went wrong while writing */
public record ImportReport(ImportPlan plan, List<Remark> failed, boolean applied) {

    public ImportReport {
        failed = List.copyOf(failed);
    }

    /**
     * {@code source}, {@code applied}, {@code leftOut}, {@code counts} (new, changed, unchanged, kept, gone, refused, skipped, pictures, missing pictures), and lists:
     * {@code articles} that are not unchanged, or that staff have changed since the last import ({@code here} says what: edited, renamed, withdrawn, binned),
     * {@code refused}, {@code skipped}, {@code notes}, {@code missingImages} with file, line and reason, {@code gone}.
     */
    public JsonObject json(Texts texts) {
        Map<String, Remark> failures = failed.stream().collect(Collectors.toMap(Remark::path, remark -> remark, (first, second) -> first));
        var refused = plan.remarks(Remark.Kind.REFUSED);
        var articles = Json.createArrayBuilder();
        plan.articles().stream().filter(article -> article.state() != PlannedArticle.State.UNCHANGED || article.staffChange().isPresent())
                .filter(article -> !failures.containsKey(article.path())).forEach(article -> articles.add(json(article)));
        var counts = Json.createObjectBuilder()
                .add("new", count(PlannedArticle.State.NEW, failures)).add("changed", count(PlannedArticle.State.CHANGED, failures))
                .add("unchanged", plan.count(PlannedArticle.State.UNCHANGED)).add("kept", plan.count(PlannedArticle.State.KEPT))
                .add("gone", plan.gone().size()).add("refused", refused.size() + failed.size()).add("skipped", plan.remarks(Remark.Kind.SKIPPED).size())
                .add("images", plan.pictures().size()).add("missingImages", plan.missing().size()).add("passedOver", plan.passedOver());
        return Json.createObjectBuilder().add("source", plan.source()).add("applied", applied).add("leftOut", plan.leftOut()).add("counts", counts)
                .add("refused", remarks(java.util.stream.Stream.concat(refused.stream(), failed.stream()).toList(), texts))
                .add("skipped", remarks(plan.remarks(Remark.Kind.SKIPPED), texts)).add("notes", remarks(plan.remarks(Remark.Kind.NOTED), texts))
                .add("missingImages", remarks(plan.missing(), texts)).add("gone", Json.createArrayBuilder(plan.gone())).add("articles", articles).build();
    }

    private static JsonObjectBuilder json(PlannedArticle article) {
        var json = Json.createObjectBuilder().add("file", article.path()).add("state", word(article.state())).add("slug", article.slug().value()).add("title", article.content().title());
        article.staffChange().ifPresent(change -> json.add("here", word(change)));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private long count(PlannedArticle.State state, Map<String, Remark> failures) {
        return plan.articles().stream().filter(article -> article.state() == state && !failures.containsKey(article.path())).count();
    }

    private static JsonArrayBuilder remarks(List<Remark> remarks, Texts texts) {
        var array = Json.createArrayBuilder();
        remarks.forEach(remark -> {
            var one = Json.createObjectBuilder().add("file", remark.path());
            if (remark.line() > 0) {
                one.add("line", remark.line());
            }
            array.add(one.add("reason", remark.in(texts)));
        });
        return array;
    }
}
