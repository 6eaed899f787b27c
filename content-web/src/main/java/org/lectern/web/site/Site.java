package org.lectern.web.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;

import com.ibm.icu.util.ULocale;

import org.lectern.content.Slug;
import org.lectern.content.Texts;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.settings.Settings;

/** The site as one request sees it: one snapshot of the archive throughout, the language, and every address that a view writes. */
@Named
@RequestScoped
public class Site {

    private static final Map<String, String> DIRECTIONS = new ConcurrentHashMap<>();
    private static final int MOST_LANGUAGES = 1_000;

    @Inject
    Settings settings;

    @Inject
    Archive archive;

    @Inject
    Assets assets;

    @Inject
    HttpServletRequest request;

    private Snapshot snapshot;
    private Texts texts;
    private DateTimeFormatter date;

    /** @throws org.lectern.content.archive.NotReady while the archive is not built */
    public Snapshot snapshot() {
        if (snapshot == null) {
            snapshot = archive.snapshot();
        }
        return snapshot;
    }

    /** The present snapshot, for those who ask after this request. */
    public Supplier<Snapshot> archive() {
        return archive.source();
    }

    public String getName() {
        return settings.siteName();
    }

    /** Of the frame around the articles, which have languages of their own. */
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    /** A BCP 47 tag. */
    public String getLanguage() {
        return getLocale().toLanguageTag();
    }

    /** {@code ltr} or {@code rtl}. @param language a BCP 47 tag */
    public String direction(String language) {
        var known = DIRECTIONS.get(language);
        if (known != null) {
            return known;
        }
        var direction = ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
        if (DIRECTIONS.size() < MOST_LANGUAGES) {
            DIRECTIONS.put(language, direction);
        }
        return direction;
    }

    /** The name of a language as those who read it call it: {@code Deutsch}. @param language a BCP 47 tag */
    public String languageName(String language) {
        var locale = ULocale.forLanguageTag(language);
        return locale.getDisplayName(locale);
    }

    /** The title of a page of a list. */
    public String title(String heading, ArchivePage page) {
        return page.page() == 1 ? texts().say("site.title", heading, getName()) : texts().say("site.title.page", heading, page.page(), page.pages(), getName());
    }

    public Texts texts() {
        if (texts == null) {
            texts = Texts.in(getLocale(), "org.lectern.web.texts");
        }
        return texts;
    }

    /** The day in words, in the site's zone: {@code 18 November 2026}. */
    public String date(Instant instant) {
        if (date == null) {
            date = DateTimeFormatter.ofPattern(texts().say("site.date"), getLocale()).withZone(settings.zone());
        }
        return date.format(instant);
    }

    /** The day for machines, in the site's zone: {@code 2026-11-18}. */
    public String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(settings.zone()).format(instant);
    }

    /** How long it takes to read, in minutes. */
    public int minutes(int words) {
        return Math.max(1, Math.round(words / 220f));
    }

    /** Addresses of pages, below the context root. */
    public Addresses addresses() {
        return new Addresses(request.getContextPath(), () -> snapshot().joinedNames());
    }

    /** The public address of a page, for those who are not on the site. @param address of the page, below the context root */
    public String absolute(String address) {
        return settings.url() + address.substring(request.getContextPath().length());
    }

    /** The address of a file that belongs to a page, such as its feed. @param page the page's address */
    public String beside(String page, String file) {
        return Addresses.beside(page, file);
    }

    /** What a page with a list tells of itself. @param canonical its absolute address; @param total of all pages of the list; @param trail the {@linkplain #trail way to the list}, if something is above it */
    public String listData(String heading, String description, String canonical, int total, JsonObject... trail) {
        var page = LinkedData.of("CollectionPage").add("name", heading).add("description", description).add("url", canonical).add("inLanguage", getLanguage())
                .add("isPartOf", LinkedData.within("WebSite").add("name", getName()).add("url", absolute(getHome())))
                .add("mainEntity", LinkedData.within("ItemList").add("numberOfItems", total)).build();
        return LinkedData.block(Stream.concat(Stream.of(page), Stream.of(trail)).toArray(JsonObject[]::new));
    }

    /** What is told of the way to a page. @param above what the page shows of it: the pages above, the outermost first; @param self the page, which its heading shows; all addresses below the context root */
    public JsonObject trail(List<LinkedData.Step> above, LinkedData.Step self) {
        return LinkedData.trail(Stream.concat(above.stream(), Stream.of(self)).map(step -> new LinkedData.Step(step.name(), absolute(step.address()))).toList());
    }

    /** The way to what stands below the index of tags. */
    public List<LinkedData.Step> getTagTrail() {
        return List.of(new LinkedData.Step(texts().say("tags.heading"), getTags()));
    }

    public String getHome() {
        return addresses().home();
    }

    public String getTags() {
        return addresses().tags();
    }

    public String tag(Slug slug) {
        return addresses().tag(slug);
    }

    public String article(Slug slug) {
        return addresses().article(slug);
    }

    /** Where staff work: another screen, known by its address alone. */
    public String getStaff() {
        return addresses().of("/admin/");
    }

    public String getIcon() {
        return addresses().of("/favicon.svg");
    }

    /** The script of the index of tags, which does without. An element, and not an address: as part of a view it would get a nonce, and so other bytes each time. */
    public String getTagScript() {
        return "<script type=\"module\" src=\"" + addresses().of("/assets/" + assets.path("tags.js")) + "\"></script>";
    }

    public String getStyleSheet() {
        return addresses().of("/assets/" + assets.path(Assets.STYLE_SHEET));
    }
}
