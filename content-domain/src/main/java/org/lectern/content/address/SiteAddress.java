package org.lectern.content.address;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.settings.Settings;

/** Reads the destinations that texts write: which of them mean a place on this site. */
@ApplicationScoped
public class SiteAddress {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?://|mailto:|tel:).*", Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile("/|/tags|/tags/.*|/articles/[^/]+");

    @Inject
    Settings settings;

    /** Whether a destination begins at our root, or with our public address. */
    public boolean isInside(String destination) {
        var path = belowRoot(destination);
        return path.startsWith("/") && !path.startsWith("//");
    }

    /** Whether a destination leads to another site, to a mailbox, or to a place on the same page. */
    public boolean leadsOut(String destination) {
        return destination.startsWith("#") || ABSOLUTE.matcher(destination).matches();
    }

    /** Whether this path below our root is a page that is always there, or may be a tag's or an article's, which is looked at when a link to it is shown. */
    public boolean isPage(String path) {
        return PAGE.matcher(path).matches();
    }

    /** The destination from our root on if it begins with our public address, else as it is. */
    public String belowRoot(String destination) {
        var root = settings.url().toString();
        if (destination.equals(root)) {
            return "/";
        }
        return destination.startsWith(root + "/") ? destination.substring(root.length()) : destination;
    }

    /** What stands from the number sign on; empty if there is none. */
    public String fragment(String destination) {
        return destination.indexOf('#') < 0 ? "" : destination.substring(destination.indexOf('#'));
    }
}
