package org.lectern.admin.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class KilledSavesIT {

    private static final int EDITORS = 10;
    /** How many saves all of them together have been told of before the power fails. */
    private static final int SAVES = 5 * EDITORS;
    private static final int PATIENCE_MINUTES = 3;

    /** One person at the desk, with an article of the own and a page of which only autosaves are known. */
    private static final class Editor {

        final String user;
        final String name;
        final Site desk;
        final String article;
        /** The numbers of the last texts that the server has said to hold. */
        int saved;
        int kept;

        Editor(Server server, int number) {
            user = number % 2 == 0 ? "eva" : "anna";
            name = "Editor " + number;
            desk = Site.signedIn(server, user);
            article = ArticleEditorIT.begin(desk, name, text(0)).header("Location").replaceFirst("\\?.*", "");
        }

        String text(int number) {
            return "Text " + number + " of " + name + ".";
        }

        String page() {
            return "new:" + name.replace(' ', '-');
        }

        /** Saves again and again, until the server does not answer any more. */
        void work(CountDownLatch acknowledged) {
            try {
                while (true) {
                    var opened = desk.get(article);
                    var keeping = desk.post("/admin/autosave.json", Map.of("token", opened.form("#article").get("token"), "page", page(), "content", text(kept + 1)));
                    assertEquals(200, keeping.status(), keeping.body());
                    kept++;
                    var saving = ArticleEditorIT.save(desk, article, opened, Map.of("text", text(saved + 1)));
                    assertEquals(article + "?done=saved", saving.header("Location"), saving.body());
                    saved++;
                    acknowledged.countDown();
                }
            } catch (UncheckedIOException powerFailed) {
                // What was not answered may be there or not.
            }
        }
    }

    @Test
    void what_ten_editors_were_told_to_be_saved_outlives_a_power_failure() throws Exception {
        try (var server = Server.start("killed-saves", Map.of())) {
            var editors = IntStream.rangeClosed(1, EDITORS).mapToObj(number -> new Editor(server, number)).toList();
            var acknowledged = new CountDownLatch(SAVES);
            var threads = Executors.newFixedThreadPool(EDITORS);
            var work = editors.stream().map(editor -> CompletableFuture.runAsync(() -> editor.work(acknowledged), threads)).toList();

            assertTrue(acknowledged.await(PATIENCE_MINUTES, TimeUnit.MINUTES), () -> work + "\n" + server.log());
            server.kill();
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            threads.shutdown();
            server.start();

            for (var editor : editors) {
                var again = Site.signedIn(server, editor.user);
                var history = Integer.parseInt(again.get(editor.article + "/history").texts("tbody td:first-child").get(0));
                var kept = again.get("/admin/autosave.json?page=" + editor.page()).json().getJsonArray("kept").getJsonObject(0).getString("content");
                assertTrue(editor.saved > 0, editor.name + " has saved nothing");
                assertTrue(List.of(editor.saved + 1, editor.saved + 2).contains(history), editor.name + " was told of " + editor.saved + " saves, and there are " + (history - 1));
                for (var number = 0; number < history; number++) {
                    assertEquals(editor.text(number), again.get(editor.article + "/history/" + (number + 1)).text(".sheet .prose"));
                }
                assertEquals(editor.text(history - 1), ArticleEditorIT.text(again.get(editor.article)));
                assertTrue(List.of(editor.text(editor.kept), editor.text(editor.kept + 1)).contains(kept), editor.name + " was told that " + editor.kept + " is kept, and it is: " + kept);
            }
        }
    }
}
