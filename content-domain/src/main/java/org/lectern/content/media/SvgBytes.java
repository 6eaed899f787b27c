package org.lectern.content.media;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads SVG as XML without a document type's entities, so that nothing outside the file is fetched and nothing inside it expands. */
final class SvgBytes {

    private static final XMLInputFactory XML = factory();
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern LENGTH = Pattern.compile("\\s*(\\d{1,7})(\\.\\d*)?\\s*(px)?\\s*");
    private static final int DEPTH = 500;

    private SvgBytes() {
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    static boolean isSvg(byte[] bytes) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return toRoot(reader) && reader.getLocalName().equals("svg");
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    /** @throws DamagedPicture if it is not well-formed to its end, or uses entities of its own */
    static Cleaned svg(byte[] bytes) throws DamagedPicture {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            if (!toRoot(reader) || !reader.getLocalName().equals("svg") || !NAMESPACE.equals(reader.getNamespaceURI())) {
                throw new DamagedPicture();
            }
            var width = length(reader.getAttributeValue(null, "width"));
            var height = length(reader.getAttributeValue(null, "height"));
            for (int depth = 1; reader.hasNext();) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> depth++;
                    case XMLStreamReader.END_ELEMENT -> depth--;
                    case XMLStreamReader.ENTITY_REFERENCE -> throw new DamagedPicture();
                    default -> { }
                }
                if (depth > DEPTH) {
                    throw new DamagedPicture();
                }
            }
            return new Cleaned(width, height, 1, bytes);
        } catch (XMLStreamException | RuntimeException e) {
            throw new DamagedPicture();
        }
    }

    private static boolean toRoot(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private static int length(String written) {
        var match = written == null ? null : LENGTH.matcher(written);
        return match != null && match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }
}
