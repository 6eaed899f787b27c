package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.media.MediaStore;
import org.lectern.content.media.Picture;
import org.lectern.content.reading.Card;
import org.lectern.content.reading.PictureAnswer;
import org.lectern.content.reading.ReadAuthor;
import org.lectern.content.reading.Reading;
import org.lectern.content.writing.Library;
import org.lectern.content.writing.PictureFilter;
import org.lectern.content.writing.PictureLine;

/** What staff do to pictures, and what readers see of them. */
interface Picturing {

    Actor OTHER = new Actor("otto", java.util.Set.of(Role.AUTHOR), "192.0.2.4");
    PictureFilter ALL = new PictureFilter("", Optional.empty(), false, false);

    Lectern lectern();

    @Test
    default void readers_see_a_picture_with_its_copies_as_soon_as_an_article_that_they_see_shows_it() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "Two nodes.png", picture(1, 700));
        var id = write(Lectern.ANNA, "pictured-nodes", "![Two nodes](media:" + key + ")");
        var hidden = lectern.reading.picture(start(key));

        publish(id);

        var html = lectern.read("pictured-nodes").orElseThrow().html();
        var copies = Pattern.compile("/media/([0-9a-f]{20})/Two-nodes\\.png (\\d+)w").matcher(html).results().toList();
        assertTrue(hidden instanceof PictureAnswer.Nothing);
        assertEquals(List.of("320", "640", "700"), copies.stream().map(copy -> copy.group(2)).toList(), html);
        assertTrue(html.contains(" width=\"700\" height=\"350\""), html);
        for (var copy : copies) {
            assertEquals(copy.group(2), Integer.toString(here(copy.group(1)).width()));
            assertEquals(Integer.parseInt(copy.group(2)), shown(here(copy.group(1)).sha256()).getWidth());
        }
        assertEquals(1, lectern.number("select count(*) from audit where action = 'PICTURE_ADDED' and title = 'Two-nodes.png' and account = 'anna'"));
    }

    @Test
    default void two_who_bring_the_same_picture_at_once_both_get_it() {
        var lectern = lectern();

        var brought = lectern.atOnce(() -> take(Lectern.ANNA, "at-once-anna.png", picture(12, 700)), () -> take(Lectern.EVA, "at-once-eva.png", picture(12, 700)));

        assertEquals(2, brought);
        assertEquals(List.of("at-once-anna.png", "at-once-eva.png"), names(Lectern.EVA, new PictureFilter("at-once-", Optional.empty(), false, false)).stream().sorted().toList());
    }

    @Test
    default void a_replaced_picture_is_shown_by_every_text_and_its_former_address_leads_to_it() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "replaced.png", picture(2, 400));
        var former = start(key);
        var id = write(Lectern.ANNA, "shows-a-replaced-one", "![It](media:" + key + ")");
        publish(id);
        var formerCopy = copy(former);
        var before = lectern.number();

        lectern.library.replace(Lectern.EVA, key, "other.jpg", jpeg(3, 500), version(key));

        var html = lectern.read("shows-a-replaced-one").orElseThrow().html();
        assertEquals(before + 1, lectern.number());
        assertTrue(html.contains("/replaced.jpg\" srcset=") && html.contains(" width=\"500\" height=\"250\""), html);
        assertEquals(start(key), moved(former).sha256().substring(0, 20));
        assertEquals(start(key), moved(formerCopy).sha256().substring(0, 20));
        assertEquals("media.same", refusal(() -> lectern.library.replace(Lectern.EVA, key, "again.jpg", jpeg(3, 500), version(key))));
        assertEquals("media.changed", refusal(() -> lectern.library.replace(Lectern.EVA, key, "late.jpg", jpeg(4, 500), version(key) - 1)));
        assertEquals("picture.type", refusal(() -> lectern.library.replace(Lectern.EVA, key, "no.txt", "no picture".getBytes(), version(key))));

        var earlier = lectern.library.open(Lectern.EVA, key).before();
        assertEquals(List.of(former), earlier.stream().map(sha256 -> sha256.substring(0, 20)).toList());
        assertEquals(400, lectern.taking.before(Lectern.ANNA, key, earlier.get(0)).orElseThrow().width());
        assertEquals("media.changed", refusal(() -> lectern.library.bringBack(Lectern.EVA, key, "0".repeat(64), version(key))));
        lectern.library.bringBack(Lectern.EVA, key, earlier.get(0), version(key));

        assertEquals(former, here(former).sha256().substring(0, 20));
        assertEquals(2, lectern.number("select count(*) from audit where action = 'PICTURE_REPLACED' and subject = ?", lectern.library.open(Lectern.EVA, key).media().id()));
    }

    @Test
    default void lists_show_the_picture_the_author_and_the_words_of_now() {
        var lectern = lectern();
        var zoe = new Actor("zoe", java.util.Set.of(Role.AUTHOR), "192.0.2.20");
        lectern.signIns.meet(zoe, "first of zoe");
        var key = take(zoe, "listed.png", picture(21, 400));
        var none = Optional.<String>empty();
        var id = lectern.writing.begin(zoe, new Slug("listed-again"), new ArticleContent("Title of then", "First words. ![It](media:" + key + ")", none, List.of(), List.of("zoe"), "en",
                Optional.empty(), none, none, none, none, Optional.empty()));
        publish(id);
        var first = card(id);

        lectern.profiles.change(zoe, "Zoe Zimmer", "", lectern.profiles.own(zoe).orElseThrow().version());
        var renamed = card(id);
        lectern.library.replace(Lectern.EVA, key, "listed.png", picture(22, 500), version(key));
        var replaced = card(id);
        lectern.library.takeDown(Lectern.EVA, key, "Shows too much.", version(key));
        var takenDown = card(id);
        var article = lectern.articles.find(id).orElseThrow();
        lectern.writing.save(zoe, id, article.slug(), ArticleContent.of("Title of now", "Second words."), article.version());
        publish(id);
        var rewritten = card(id);

        assertEquals(List.of("zoe"), first.authors().stream().map(ReadAuthor::name).toList());
        assertTrue(excerpt(first).contains(" width=\"400\""), excerpt(first));
        assertEquals(List.of("Zoe Zimmer"), renamed.authors().stream().map(ReadAuthor::name).toList());
        assertTrue(excerpt(replaced).contains(" width=\"500\""), excerpt(replaced));
        assertEquals("<p>First words. It</p>", excerpt(takenDown).strip());
        assertEquals("Title of now <p>Second words.</p>", rewritten.title() + " " + excerpt(rewritten).strip());
    }

    @Test
    default void what_is_taken_down_is_gone_with_its_former_bytes_and_its_doubles_until_it_is_put_back() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "wrong.png", picture(5, 400));
        var former = start(key);
        lectern.library.replace(Lectern.ANNA, key, "wrong.png", picture(6, 400), version(key));
        var again = take(Lectern.ANNA, "double.png", picture(6, 400));
        var id = write(Lectern.ANNA, "shows-a-wrong-one", "Before ![the wrong one](media:" + key + ") after, and ![its double](media:" + again + ").");
        publish(id);
        var address = start(key);
        var before = lectern.number();

        lectern.library.takeDown(Lectern.EVA, key, "Shows a  customer's\nname.", version(key));

        assertEquals(before + 1, lectern.number());
        assertEquals("<p>Before the wrong one after, and its double.</p>", lectern.read("shows-a-wrong-one").orElseThrow().html().strip());
        assertEquals(List.of(true, true), List.of(address, former).stream().map(each -> lectern.reading.picture(each) instanceof PictureAnswer.Gone).toList());
        assertTrue(lectern.taking.file(Lectern.EVA, key).isPresent());
        assertTrue(lectern.taking.file(OTHER, key).isEmpty());
        assertEquals("media.gone", refusal(() -> lectern.library.open(OTHER, key)));
        assertEquals(List.of("double.png", "wrong.png"), names(Lectern.EVA, new PictureFilter("", Optional.empty(), false, true)).stream().filter(name -> name.matches("double.*|wrong.*")).toList());
        assertFalse(names(Lectern.EVA, ALL).contains("wrong.png"));
        assertEquals("picture.takenDown", refusal(() -> take(Lectern.ANNA, "smuggled.png", picture(6, 400))));
        assertEquals("media.down", refusal(() -> lectern.library.replace(Lectern.EVA, key, "new.png", picture(7, 400), version(key))));
        assertEquals("media.down.editor", refusal(() -> lectern.library.putBack(Lectern.ANNA, key, version(key))));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'PICTURE_TAKEN_DOWN' and title like 'wrong.png – Shows a%name.'"));

        lectern.library.putBack(Lectern.EVA, key, version(key));

        assertEquals(address, here(address).sha256().substring(0, 20));
        assertEquals(start(key), moved(former).sha256().substring(0, 20));
        assertTrue(lectern.read("shows-a-wrong-one").orElseThrow().html().contains("<img"));
        assertEquals("media.why.missing", refusal(() -> lectern.library.takeDown(Lectern.EVA, key, " \n", version(key))));
    }

    @Test
    default void what_a_takedown_would_mean_is_counted_over_all_pictures_of_the_same_bytes() {
        var lectern = lectern();
        var key = take(Lectern.EVA, "lonely.png", picture(31, 100));
        var other = take(Lectern.ANNA, "shown-double.png", picture(31, 100));
        write(Lectern.ANNA, "drafts-the-double", "![](media:" + other + ")");
        publish(write(Lectern.ANNA, "shows-the-double", "![](media:" + other + ")"));

        var loss = lectern.library.loss(Lectern.EVA, key);

        assertTrue(lectern.library.open(Lectern.EVA, key).uses().isEmpty());
        assertEquals(List.of("shows-the-double", "drafts-the-double"), loss.uses().stream().map(use -> use.slug().value()).toList());
        assertEquals(1, loss.alike());
        assertTrue(loss.seen());
    }

    @Test
    default void a_picture_takes_the_first_words_that_a_text_has_for_it() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "worded.png", picture(32, 100));

        lectern.library.word(OTHER, key, "Not his picture");
        lectern.library.word(Lectern.ANNA, key, " ");
        lectern.library.word(Lectern.ANNA, key, "Two nodes");
        lectern.library.word(Lectern.ANNA, key, "Three nodes");

        assertEquals(Optional.of("Two nodes"), lectern.library.open(Lectern.EVA, key).media().alt());
        assertEquals("worded.png", lectern.library.open(Lectern.EVA, key).media().name());
    }

    @Test
    default void authors_change_what_they_brought_until_readers_see_it() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "hers.png", picture(8, 100));

        lectern.library.describe(Lectern.ANNA, key, "Hers, \"better\" named.gif", "A  square", version(key));

        var opened = lectern.library.open(Lectern.ANNA, key);
        assertEquals("Hers-better-named.png", opened.media().name());
        assertEquals(Optional.of("A square"), opened.media().alt());
        assertTrue(opened.mayChange());
        assertFalse(lectern.library.open(OTHER, key).mayChange());
        assertEquals("actor.not.allowed", refusal(() -> lectern.library.describe(OTHER, key, "His", "", version(key))));
        assertEquals("media.alt.long", refusal(() -> lectern.library.describe(Lectern.ANNA, key, "Hers", "x".repeat(1001), version(key))));

        lectern.library.takeDown(Lectern.ANNA, key, "Not needed.", version(key));
        lectern.library.putBack(Lectern.ANNA, key, version(key));
        publish(write(Lectern.ANNA, "shows-hers", "![](media:" + key + ")"));

        assertEquals("Readers see Hers-better-named.png in an article, so an editor has to change it.",
                Lectern.english(assertThrows(Refusal.class, () -> lectern.library.takeDown(Lectern.ANNA, key, "Hm.", version(key)))));
        assertFalse(lectern.library.open(Lectern.ANNA, key).mayChange());
        assertTrue(lectern.library.open(Lectern.EVA, key).mayChange());
    }

    @Test
    default void the_library_tells_where_a_picture_is_used_drafts_and_waiting_edits_included() {
        var lectern = lectern();
        var key = take(Lectern.ANNA, "used-around.png", picture(9, 100));
        var unused = take(Lectern.ANNA, "used-nowhere.png", picture(10, 100));
        write(Lectern.ANNA, "a-draft-with-it", "![](media:" + key + ")");
        var staged = write(Lectern.EVA, "edits-with-it", "No picture yet.");
        publish(staged);
        lectern.writing.save(Lectern.EVA, staged, new Slug("edits-with-it"), ArticleContent.of("Edits with it", "Now ![](media:" + key + ")"), lectern.article("edits-with-it").version());
        write(Lectern.EVA, "a-draft-of-eva", "![](media:" + key + ")");

        var evas = lectern.library.open(Lectern.EVA, key);
        var annas = lectern.library.open(Lectern.ANNA, key);

        assertEquals(List.of("a-draft-with-it", "edits-with-it", "a-draft-of-eva"), evas.uses().stream().map(use -> use.slug().value()).toList());
        assertEquals(0, evas.otherUses());
        assertEquals(List.of("a-draft-with-it", "edits-with-it"), annas.uses().stream().map(use -> use.slug().value()).toList());
        assertEquals(List.of(true, false), annas.uses().stream().map(Library.Use::mayOpen).toList());
        assertEquals(1, annas.otherUses());
        assertFalse(annas.seen());
        assertEquals(List.of(3, 0), lectern.library.find(Lectern.EVA, new PictureFilter("USED-", Optional.empty(), false, false), 1, 9).lines().stream().map(PictureLine::uses).sorted((one, other) -> other - one).toList());
        assertEquals(List.of("used-nowhere.png"), names(Lectern.ANNA, new PictureFilter("used-", Optional.empty(), true, false)));
        assertEquals(List.of(), names(Lectern.ANNA, new PictureFilter("used-%", Optional.empty(), false, false)));
        assertEquals(2, lectern.library.find(Lectern.ANNA, new PictureFilter("used-", Optional.of(org.lectern.content.media.PictureType.PNG), false, false), 2, 1).total());
        assertEquals(List.of(), lectern.library.find(Lectern.ANNA, new PictureFilter("used-", Optional.empty(), false, false), 999_999_999, 50).lines());
        assertTrue(lectern.library.open(Lectern.ANNA, unused).uses().isEmpty());
    }

    @Test
    default void pictures_of_an_import_get_their_copies_a_moment_later() throws Exception {
        var lectern = lectern();
        var transaction = CDI.current().select(UserTransaction.class).get();
        transaction.begin();
        lectern.mediaStore.take("copied-later", "later.png", Picture.check("later.png", picture(11, 400)), "admin");
        transaction.commit();
        var key = MediaStore.keyOf("copied-later", "later.png");
        var version = version(key);

        lectern.atOnce(() -> lectern.copyMaking.make(100));

        assertEquals(320, lectern.taking.thumbnail(Lectern.EVA, key).orElseThrow().width());
        assertEquals(0, lectern.copyMaking.make(100));
        assertEquals(version, version(key));
    }

    private String take(Actor actor, String name, byte[] bytes) {
        return lectern().taking.take(actor, name, bytes);
    }

    private Long write(Actor actor, String slug, String text) {
        return lectern().writing.begin(actor, new Slug(slug), ArticleContent.of("Title of " + slug, text));
    }

    private Card card(Long id) {
        return lectern().reading.cards(List.of(id), Lectern.HERE).get(0);
    }

    private String excerpt(Card card) {
        return Reading.excerpt(card, lectern().snapshot(), Lectern.HERE);
    }

    private void publish(Long id) {
        lectern().publishing.publish(Lectern.EVA, id, lectern().articles.find(id).orElseThrow().version());
    }

    private int version(String key) {
        return lectern().library.open(Lectern.EVA, key).media().version();
    }

    private String start(String key) {
        return lectern().library.open(Lectern.EVA, key).media().sha256().substring(0, 20);
    }

    private String copy(String start) {
        var original = here(start).sha256();
        return lectern().mediaStore.copies(List.of(original)).get(original).get(0).sha256().substring(0, 20);
    }

    private org.lectern.content.media.MediaFile here(String start) {
        return ((PictureAnswer.Here) lectern().reading.picture(start)).file();
    }

    private org.lectern.content.media.MediaFile moved(String start) {
        return ((PictureAnswer.Moved) lectern().reading.picture(start)).now();
    }

    private List<String> names(Actor actor, PictureFilter filter) {
        return lectern().library.find(actor, filter, 1, 100).lines().stream().map(PictureLine::name).toList();
    }

    private BufferedImage shown(String sha256) {
        var bytes = new ByteArrayOutputStream();
        try {
            lectern().mediaStore.write(sha256, bytes);
            return ImageIO.read(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String refusal(Runnable deed) {
        return assertThrows(Refusal.class, deed::run).key();
    }

    private static byte[] picture(int seed, int width) {
        return encoded(seed, width, "png");
    }

    private static byte[] jpeg(int seed, int width) {
        return encoded(seed, width, "jpg");
    }

    private static byte[] encoded(int seed, int width, String format) {
        var image = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (var pixel = 0; pixel < width * (width / 2); pixel++) {
            image.setRGB(pixel % width, pixel / width, random.nextInt(0x1000000));
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
