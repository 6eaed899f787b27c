package org.lectern.inside;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.lectern.content.Role;

/**
 * Who may do what: one row for each public method of the domain's beans that takes an {@code Actor} first. {@code RoleTableTest} fails if a method has no row or a row no
 * method, {@link WalkingAsEachRole} calls each with every role.
 *
 * <p>To add one, write a line: the method as {@code feature.Class.method(Types, after, the, actor)}, and the roles of which one is needed. {@code anybody} needs none;
 * {@code part} is a step of use cases that have checked the role before, and is called by them alone.
 */
record UseCase(String method, Set<Role> roles, boolean isPart) {

    private static final String TABLE = """
            article.ArticleStore.dropStaged(Article, String)                                        part
            article.ArticleStore.keep(Article, String, Collection)                                  part
            article.ArticleStore.mustBeFree(Slug)                                                   part
            article.ArticleStore.release(Article, String, Collection)                               part
            article.ArticleStore.stage(Article, Slug, ArticleContent, String)                       part
            article.ArticleStore.write(Article, ArticleContent, Rendered, String, Collection)       part
            article.ArticleStore.write(Article, ArticleContent, String, Collection)                 part
            article.ArticleStore.write(Article, Slug, ArticleContent, String, Collection)           part
            article.Publishing.bin(Long, int)                                                       author editor
            article.Publishing.needsOtherEyes(Long, Optional)                                       author editor
            article.Publishing.publish(Long, Optional, int)                                         editor
            article.Publishing.publish(Long, Optional, int, Optional)                               editor
            article.Publishing.publish(Long, int)                                                   editor
            article.Publishing.takeOut(Long, int)                                                   author editor
            article.Publishing.withdraw(Long, int)                                                  editor
            audit.Audit.write(Action, String, Long, String)                                         part
            audit.AuditReading.beginExport(AuditFilter)                                             administrator
            audit.AuditReading.find(AuditFilter, int, int)                                          administrator
            audit.AuditReading.kinds()                                                              administrator
            audit.AuditReading.portion(AuditFilter, AuditEntry)                                     administrator
            importing.Imports.apply(Begun, SourceFolder)                                            administrator
            importing.Imports.begin(ImportOptions)                                                  administrator
            importing.Imports.job(Long)                                                             administrator
            importing.Imports.newest(int)                                                           administrator
            importing.Imports.plan(SourceFolder, ImportOptions)                                     administrator
            media.MediaTaking.before(String, String)                                                author editor
            media.MediaTaking.file(String)                                                          author editor
            media.MediaTaking.take(String, byte[])                                                  author editor
            media.MediaTaking.thumbnail(String)                                                     author editor
            media.MediaTaking.write(MediaFile, OutputStream)                                        author editor
            people.Profiles.change(String, String, int)                                             author editor administrator
            people.Profiles.own()                                                                   author editor administrator
            people.Profiles.portrait()                                                              author editor administrator
            people.Profiles.portray(String, byte[], int)                                            author editor administrator
            people.Profiles.removePortrait(int)                                                     author editor administrator
            people.Profiles.writePortrait(OutputStream)                                             author editor administrator
            people.SignIns.begin(String)                                                            anybody
            people.SignIns.end(String)                                                              anybody
            people.SignIns.meet(String)                                                             anybody
            tag.TagKeeping.create(String)                                                           editor
            tag.TagKeeping.describe(Long, String, int)                                              editor
            tag.TagKeeping.rename(Long, String, int)                                                editor
            tag.TagKeeping.renaming(Long, String)                                                   editor
            writing.ArticleList.choices(int)                                                        author editor
            writing.ArticleList.find(ArticleFilter, int, int)                                       author editor
            writing.ArticleList.linkable(String, int)                                               author editor
            writing.Autosaves.begun(int)                                                            author editor
            writing.Autosaves.drop(String)                                                          author editor
            writing.Autosaves.keep(String, String, int)                                             author editor
            writing.Autosaves.newest(int)                                                           author editor
            writing.Autosaves.of(String)                                                            author editor
            writing.Curating.delete(Long, int)                                                      editor
            writing.Curating.entrust(Long, String, int)                                             editor
            writing.Curating.find(String, Sort, boolean, int, int)                                  editor
            writing.Curating.open(Long)                                                             editor
            writing.Curating.people(String, int)                                                    editor
            writing.Curating.pin(Long, List, int)                                                   editor
            writing.History.of(Long, int, int)                                                      author editor
            writing.History.revision(Long, int)                                                     author editor
            writing.Library.bringBack(String, String, int)                                          author editor
            writing.Library.describe(String, String, String, int)                                   author editor
            writing.Library.find(PictureFilter, int, int)                                           author editor
            writing.Library.loss(String)                                                            author editor
            writing.Library.open(String)                                                            author editor
            writing.Library.putBack(String, int)                                                    author editor
            writing.Library.replace(String, String, byte[], int)                                    author editor
            writing.Library.takeDown(String, String, int)                                           author editor
            writing.Library.word(String, String)                                                    author editor
            writing.Previews.end(Long)                                                              author editor
            writing.Previews.ends(Long)                                                             author editor
            writing.Previews.make(Long, Duration)                                                   author editor
            writing.Reviewing.accept(Long, int)                                                     editor
            writing.Reviewing.countWaiting()                                                        editor
            writing.Reviewing.giveBack(Long, String)                                                editor
            writing.Reviewing.handIn(Long, String, int)                                             author editor
            writing.Reviewing.needsOtherEyes(Long)                                                  author editor
            writing.Reviewing.of(Long)                                                              author editor
            writing.Reviewing.open(Long)                                                            author editor
            writing.Reviewing.publish(Long, Optional, int)                                          editor
            writing.Reviewing.queue(int)                                                            editor
            writing.Reviewing.remark(Long, String)                                                  author editor
            writing.Reviewing.remarks(Long)                                                         author editor
            writing.Reviewing.review(Long)                                                          author editor
            writing.Reviewing.takeBack(Long)                                                        author editor
            writing.TagChoice.completions(String, int)                                              author editor
            writing.TagChoice.near(String)                                                          author editor
            writing.Worklist.givenBack(int)                                                         author editor
            writing.Worklist.handedIn(int)                                                          editor
            writing.Writing.begin(Slug, ArticleContent)                                             author editor
            writing.Writing.discard(Long, int)                                                      author editor
            writing.Writing.mustBeFree(Slug, Long)                                                  author editor
            writing.Writing.open(Long)                                                              author editor
            writing.Writing.proof(ArticleContent)                                                   author editor
            writing.Writing.restore(Long, int, int)                                                 author editor
            writing.Writing.save(Long, Slug, ArticleContent, int)                                   author editor
            writing.Writing.slugFor(String)                                                         author editor
            """;

    static List<UseCase> all() {
        return TABLE.lines().map(UseCase::row).toList();
    }

    private static UseCase row(String line) {
        var end = line.indexOf(')') + 1;
        var words = line.substring(end).strip();
        var roles = switch (words) {
            case "part" -> Set.<Role>of();
            case "anybody" -> Set.of(Role.values());
            default -> Arrays.stream(words.split(" +")).map(word -> Role.valueOf(word.toUpperCase(java.util.Locale.ROOT))).collect(Collectors.toSet());
        };
        return new UseCase(line.substring(0, end), roles, words.equals("part"));
    }

    /** Whether it can be done without any role. */
    boolean isForAnybody() {
        return roles.size() == Role.values().length;
    }
}
