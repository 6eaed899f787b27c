package org.lectern.web.representation;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML 1.0 document in the making. Whatever text it is given, it is well-formed: what XML cannot hold, such as control characters and half surrogates, is left out
 * (<a href="https://www.w3.org/TR/xml/#charsets">2.2</a>).
 */
public final class Xml {

    /** That of the platform: another one in the class path may think otherwise about escapes. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter out;

    /** Begins with the root element. @param attributes names and values by turns, namespaces among them */
    public Xml(String root, String... attributes) {
        try {
            out = FACTORY.createXMLStreamWriter(written);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        open(root, attributes);
    }

    private interface Step {

        void take() throws XMLStreamException;
    }

    /** Begins an element. @param attributes names and values by turns */
    public Xml open(String name, String... attributes) {
        return write(() -> {
            out.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    /** Ends the element that was begun last. */
    public Xml close() {
        return write(out::writeEndElement);
    }

    /** Adds an element that holds text. @param attributes names and values by turns */
    public Xml add(String name, String text, String... attributes) {
        open(name, attributes);
        write(() -> out.writeCharacters(allowed(text)));
        return close();
    }

    /** Adds an element that holds nothing. @param attributes names and values by turns */
    public Xml addEmpty(String name, String... attributes) {
        return write(() -> {
            out.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** Ends all elements. */
    public byte[] bytes() {
        write(out::writeEndDocument);
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (var at = 0; at < attributes.length; at += 2) {
            out.writeAttribute(attributes[at], allowed(attributes[at + 1]));
        }
    }

    private Xml write(Step step) {
        try {
            step.take();
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);       // it writes into memory
        }
        return this;
    }

    static String allowed(String text) {
        Objects.requireNonNull(text);
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
