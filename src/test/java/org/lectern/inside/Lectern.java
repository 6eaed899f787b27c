package org.lectern.inside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.Texts;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Publishing;
import org.lectern.content.audit.AuditReading;
import org.lectern.content.audit.Retention;
import org.lectern.content.author.Authors;
import org.lectern.content.edition.Edition;
import org.lectern.content.importing.Bounds;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.ImportReport;
import org.lectern.content.importing.Imports;
import org.lectern.content.importing.SourceFolder;
import org.lectern.content.media.CopyMaking;
import org.lectern.content.media.MediaItems;
import org.lectern.content.media.MediaStore;
import org.lectern.content.media.MediaTaking;
import org.lectern.content.people.Profiles;
import org.lectern.content.people.SignIns;
import org.lectern.content.reading.ReadArticle;
import org.lectern.content.reading.Reading;
import org.lectern.content.tag.TagKeeping;
import org.lectern.content.tag.Tags;
import org.lectern.content.writing.ArticleList;
import org.lectern.content.writing.Curating;
import org.lectern.content.writing.History;
import org.lectern.content.writing.Library;
import org.lectern.content.writing.Previews;
import org.lectern.content.writing.Reviewing;
import org.lectern.content.writing.Worklist;
import org.lectern.content.writing.Writing;

/** The application as its use cases, and what tests ask it: everything comes in by import, and readers see what has been followed up. */
@Dependent
public class Lectern {

    static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMINISTRATOR), "192.0.2.1");
    static final Actor EVA = new Actor("eva", Set.of(Role.EDITOR), "192.0.2.2");
    static final Actor ANNA = new Actor("anna", Set.of(Role.AUTHOR), "192.0.2.3");
    static final Addresses HERE = new Addresses("");

    @Inject
    MovedClock clock;

    @Inject
    Imports imports;

    @Inject
    Publishing publishing;

    @Inject
    Writing writing;

    @Inject
    Reviewing reviewing;

    @Inject
    History history;

    @Inject
    Previews previews;

    @Inject
    TagKeeping tagKeeping;

    @Inject
    Curating curating;

    @Inject
    ArticleList articleList;

    @Inject
    Worklist worklist;

    @Inject
    Reading reading;

    @Inject
    Archive archive;

    @Inject
    Articles articles;

    @Inject
    ArticleStore store;

    @Inject
    Tags tags;

    @Inject
    MediaItems media;

    @Inject
    MediaTaking taking;

    @Inject
    CopyMaking copyMaking;

    @Inject
    Library library;

    @Inject
    MediaStore mediaStore;

    @Inject
    Edition edition;

    @Inject
    SignIns signIns;

    @Inject
    Profiles profiles;

    @Inject
    Authors authors;

    @Inject
    AuditReading auditReading;

    @Inject
    Retention retention;

    @Resource(lookup = "jdbc/lectern")
    DataSource database;

    @Resource
    ManagedExecutorService workers;

    /** Imports files, paths and texts by turns. Refusals stand in the report. */
    ImportReport bring(String source, String... pathsAndTexts) {
        try (var folder = folder(pathsAndTexts)) {
            return imports.apply(ADMIN, imports.begin(ADMIN, ImportOptions.of(source)), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFolder folder(String... pathsAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file = 0; file < pathsAndTexts.length; file += 2) {
                zip.putNextEntry(new ZipEntry(pathsAndTexts[file]));
                zip.write(pathsAndTexts[file + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return SourceFolder.read(bytes.toByteArray(), Bounds.SAFE);
    }

    Article article(String slug) {
        return articles.bySlug(new Slug(slug)).orElseThrow(() -> new AssertionError("There is no article " + slug));
    }

    /** What readers see once all that is committed has been followed up. */
    Snapshot snapshot() {
        if (!edition.awaitReached(number(), Duration.ofSeconds(20))) {
            throw new AssertionError("The archive has not reached edition " + number());
        }
        return archive.snapshot();
    }

    Optional<ReadArticle> read(String slug) {
        return reading.article(snapshot(), new Slug(slug), HERE);
    }

    /** What lists show of this article's text. */
    String excerpt(String slug) {
        return Reading.excerpt(reading.cards(List.of(article(slug).id()), HERE).get(0), snapshot(), HERE);
    }

    /** How many articles readers find under this tag. */
    int tagged(String tag) {
        return snapshot().tag(new Slug(tag)).map(TagCount::count).orElse(0);
    }

    /** Where readers are sent who ask for an article's old slug; empty if nowhere. */
    Optional<String> moved(String slug) {
        return reading.moved(snapshot(), "/articles/" + slug + "/", HERE);
    }

    /** The number of the edition that is committed. */
    long number() {
        return number("select number from edition");
    }

    /** The one number that this statement finds. */
    long number(String sql, Object... values) {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.length; place++) {
                query.setObject(place + 1, values[place]);
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows behind the application's back. */
    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Lets the clock's changes be written by two at once, beside the application's own timer, as on several nodes. */
    void tide() {
        atOnce(() -> publishing.tide(100), () -> publishing.tide(100));
    }

    /** Does these at the same time. @return how many were done; the others have lost a race. Any other failure flies */
    long atOnce(Runnable... deeds) {
        var start = new CyclicBarrier(deeds.length);
        var all = new ArrayList<Callable<Boolean>>();
        for (var deed : deeds) {
            all.add(() -> {
                start.await();
                try {
                    deed.run();
                    return true;
                } catch (OptimisticLockingFailureException | OptimisticLockException lost) {
                    return false;
                } catch (Refusal refusal) {
                    if (!refusal.key().endsWith(".changed")) {
                        throw refusal;
                    }
                    return false;
                }
            });
        }
        try {
            var done = 0;
            for (var result : workers.invokeAll(all)) {
                done += result.get() ? 1 : 0;
            }
            return done;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static String english(Refusal refusal) {
        return refusal.in(Texts.in(Locale.ENGLISH));
    }
}
