package org.lectern.web.feed;

import java.util.Optional;
import java.util.stream.Stream;

import org.lectern.web.representation.Representation;

/** The formats of feeds, each with the name of its file below a page. */
public enum FeedFormat {

    ATOM("Atom", "feed.atom", "application/atom+xml;charset=UTF-8"),

    /** Where Hugo has its feeds. */
    RSS("RSS", "index.xml", "application/rss+xml;charset=UTF-8"),
    JSON("JSON", "feed.json", "application/feed+json");

    private final String title;
    private final String file;
    private final String type;
    private final String mediaType;

    FeedFormat(String title, String file, String type) {
        this.title = title;
        this.file = file;
        this.type = type;
        this.mediaType = type.replaceFirst(";.*", "");
    }

    /** The format of a file with this name; empty if it is no feed's. */
    public static Optional<FeedFormat> of(String file) {
        return Stream.of(values()).filter(format -> format.file.equals(file)).findFirst();
    }

    /** As people name it. */
    public String title() {
        return title;
    }

    public String file() {
        return file;
    }

    /** As links name it. */
    public String mediaType() {
        return mediaType;
    }

    Representation write(Feed feed) {
        return new Representation(type, switch (this) {
            case RSS -> Rss.of(feed);
            case ATOM -> Atom.of(feed);
            case JSON -> JsonFeed.of(feed);
        });
    }
}
