package org.lectern.content.markdown;

import java.util.Objects;

/** Where a use leads, told by those who know articles and media. An address that is not allowed where it would stand is treated as {@link TextAlone}. */
public sealed interface Target {

    /**
     * A link. For a use that is a picture this gives a link with the picture's alternative text, which is how pictures on other hosts come out.
     *
     * @param address written as it is: {@code http}, {@code https}, {@code mailto}, relative, or a token of ours such as {@code article:12#fragment} or {@code media:KEY}
     */
    record Link(String address) implements Target {

        public Link {
            Objects.requireNonNull(address);
        }
    }

    /**
     * A picture of ours.
     *
     * @param address {@code media:KEY}, or relative; a picture never comes from another host
     * @param width   in pixels, written when it and {@code height} are above 0, so that nothing jumps while the page loads
     */
    record Picture(String address, int width, int height) implements Target {

        public Picture {
            Objects.requireNonNull(address);
        }
    }

    /** Leads nowhere: the text of the link, or the alternative text of the picture, alone. */
    record TextAlone() implements Target {
    }
}
