package org.lectern.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PieceTest {

    @Test
    void nothing_in_a_name_or_an_address_is_taken_for_html() {
        assertEquals("&lt;b class=&quot;x&quot;&gt; &amp;amp; c++, 日本語", Piece.escape("<b class=\"x\"> &amp; c++, 日本語"));
        assertEquals("C#", Piece.escape("C#"));
    }
}
