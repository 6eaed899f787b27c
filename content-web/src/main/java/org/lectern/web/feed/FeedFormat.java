package org.lectern.web.feed;

import java.util.Optional;
import java.util.stream.Stream;

import org.lectern.web.representation.Representation;

/** The formats of feeds, each with the name of its file below a page. */
public enum FeedFormat {

    /** Where Hugo has its feeds. */
    RSS("index.xml", "application/rss+xml;charset=UTF-8"),
    ATOM("feed.atom", "application/atom+xml;charset=UTF-8"),
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String type;

    FeedFormat(String file, String type) {
        this.file = file;
        this.type = type;
    }

    /** The format of a file with this name; empty if it is no feed's. */
    public static Optional<FeedFormat> of(String file) {
        return Stream.of(values()).filter(format -> format.file.equals(file)).findFirst();
    }

    public String file() {
        return file;
    }

    /** As links name it. */
    public String mediaType() {
        return type.replaceFirst(";.*", "");
    }

    Representation write(Feed feed) {
        return new Representation(type, switch (this) {
            case RSS -> Rss.of(feed);
            case ATOM -> Atom.of(feed);
            case JSON -> JsonFeed.of(feed);
        });
    }
}
