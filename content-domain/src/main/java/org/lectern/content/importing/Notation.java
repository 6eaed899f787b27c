package org.lectern.content.importing;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which notation pictures and links are written where a template form has shown them. */
enum Notation {

    MARKDOWN {
        @Override
        String picture(String source, String alternative, String caption) {
            var title = caption.isBlank() ? "" : " \"" + caption.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            return "![" + escape(alternative.strip().replaceAll("\\s+", " ")) + "](" + source + title + ")";
        }

        @Override
        String link(String label, String address) {
            return around(escape(label), address);
        }

        @Override
        String around(String written, String address) {
            return "[" + written + "](" + address + ")";
        }

        private static String escape(String text) {
            return text.replaceAll("([\\\\\\[\\]`*_<])", "\\\\$1");
        }
    },

    /** Where Markdown is not read: in a block of HTML. */
    HTML {
        @Override
        String picture(String source, String alternative, String caption) {
            var image = "<img src=\"" + source + "\" alt=\"" + html(alternative.strip()) + "\">";
            return caption.isBlank() ? image : "<figure>" + image + "<figcaption>" + html(caption.strip()) + "</figcaption></figure>";
        }

        @Override
        String link(String label, String address) {
            return around(html(label), address);
        }

        @Override
        String around(String written, String address) {
            return "<a href=\"" + address + "\">" + written + "</a>";
        }
    };

    /** @param source fit for it, as {@link #destination} makes it */
    abstract String picture(String source, String alternative, String caption);

    /** @param address fit for it, as {@link #destination} makes it */
    abstract String link(String label, String address);

    /** A link around what is written in this notation already. */
    abstract String around(String written, String address);

    /** The picture that the arguments of a form tell of in the names that themes give them. */
    String figure(Arguments all) {
        var title = all.named("title");
        var text = all.named("caption", "figcaption").filter(written -> !title.equals(Optional.of(written)));
        var caption = Stream.of(title, text).flatMap(Optional::stream).collect(Collectors.joining(" – "));
        var alternative = all.named("alt", "image_alt", "alt_text").or(() -> text).or(() -> title).orElse("");
        var picture = picture(destination(sourceIn(all).or(all::first).orElse("")), alternative, caption);
        return all.named("link", "href").map(link -> around(picture, destination(link))).orElse(picture);
    }

    /** Where the picture lies that a form shows, if it says so by name. */
    static Optional<String> sourceIn(Arguments all) {
        return all.named("src", "image", "url", "path", "image_path", "file");
    }

    /** What another service would show here, as a link to it. */
    String elsewhere(String service, Arguments all) {
        var id = all.named("id").or(all::first).orElse("");
        var address = switch (service) {
            case "youtube" -> id.contains("/") ? id : "https://www.youtube.com/watch?v=" + id;
            case "vimeo" -> id.contains("/") ? id : "https://vimeo.com/" + id;
            case "gist" -> "https://gist.github.com/" + id + all.second().map(second -> "/" + second).orElse("");
            case "instagram" -> "https://www.instagram.com/p/" + id + "/";
            default -> id.contains("/") ? id : "https://x.com/" + all.named("user").orElse("i") + "/status/" + id;
        };
        return link(all.named("title").orElse(address), destination(address));
    }

    /** Fit for the round brackets of Markdown and the quotes of HTML. */
    static String destination(String address) {
        return address.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E").replace("\"", "%22").replaceAll("\\s", "");
    }

    static String html(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
