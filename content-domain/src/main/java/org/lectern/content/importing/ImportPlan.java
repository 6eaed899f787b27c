package org.lectern.content.importing;

import java.util.List;

/**
 * What an import would do, before anything is done.
 *
 * @param leftOut the single top folder that paths are told without; may be empty
 * @param articles all files that are articles, by path
 * @param gone paths of articles whose files are not in the source any more; they stay
 * @param remarks on files: refused, skipped and noted ones, by path and line
 * @param pictures the paths of the pictures that come in
 * @param missing pictures that texts show and the source does not hold
 * @param passedOver how many files are neither articles nor pictures
 */
public record ImportPlan(String source, String leftOut, List<PlannedArticle> articles, List<String> gone, List<Remark> remarks, List<String> pictures,
        List<Remark> missing, int passedOver) {

    public ImportPlan {
        articles = List.copyOf(articles);
        gone = List.copyOf(gone);
        remarks = List.copyOf(remarks);
        pictures = List.copyOf(pictures);
        missing = List.copyOf(missing);
    }

    /** How many articles will be treated like this. */
    public int count(PlannedArticle.State state) {
        return (int) articles.stream().filter(article -> article.state() == state).count();
    }

    public List<Remark> remarks(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }
}
