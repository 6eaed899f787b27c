package org.lectern.web.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void what_means_something_in_xml_is_escaped() {
        var xml = new Xml("a", "b", "\"<&>'").add("c", "<d> ]]> & \"e\"").addEmpty("f");

        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"&quot;&lt;&amp;&gt;'\"><c>&lt;d&gt; ]]&gt; &amp; \"e\"</c><f></f></a>", text(xml).replace("<f/>", "<f></f>"));
    }

    @Test
    void what_xml_cannot_hold_is_left_out_and_all_else_stays() {
        assertEquals("ab\tc\n\u0085é𝒳日\uFFFD", Xml.allowed("a\u0000\u0008b\tc\n\u000B\u001F\u0085é𝒳日\uFFFD\uFFFE\uFFFF" + "𝒳".substring(0, 1)));
    }

    private static String text(Xml xml) {
        return new String(xml.bytes(), StandardCharsets.UTF_8);
    }
}
