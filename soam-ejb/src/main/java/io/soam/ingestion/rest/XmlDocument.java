package io.soam.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.soam.ingestion.connector.JsonSlices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as JSON, in the way that most converters do. The root element's name is left out, as in
 * {@code <readings site="a"><r>1</r><r unit="C">2</r></readings>}, which becomes
 *
 * <pre>{"site": "a", "r": ["1", {"unit": "C", "#text": "2"}]}</pre>
 *
 * <p>Attributes and child elements are fields, repeated elements are lists, all values are texts,
 * prefixes of namespaces are left out. A document with a DOCTYPE is refused: it could name files,
 * hosts, or entities that grow without end.
 */
final class XmlDocument {

    private static final String TEXT = "#text";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;
    private int depth;

    private XmlDocument(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * The document as JSON.
     *
     * @param charset null if the document itself says
     * @throws IOException if it is no XML or is refused; the message says why
     */
    static JsonNode read(byte[] bytes, Charset charset) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            XMLStreamReader reader =
                    charset == null
                            ? XML.createXMLStreamReader(in)
                            : XML.createXMLStreamReader(in, charset.name());
            JsonNode root = NODES.nullNode();
            XmlDocument document = new XmlDocument(reader);
            while (reader.hasNext()) {
                int event = reader.next();
                refuseDoctype(event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root = document.element();
                }
            }
            return root;
        } catch (XMLStreamException e) {
            throw new IOException(firstLine(e.getMessage()), e);
        }
    }

    private JsonNode element() throws XMLStreamException, IOException {
        if (++depth > JsonSlices.DEEPEST) {
            throw new IOException("it is nested more than " + JsonSlices.DEEPEST + " deep");
        }
        ObjectNode fields = NODES.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            add(fields, reader.getAttributeLocalName(i), text(reader.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            refuseDoctype(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                add(fields, name, element());
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
            event = reader.next();
        }
        depth--;
        String plain = text.toString().strip();
        if (fields.isEmpty()) {
            return text(plain);
        }
        if (!plain.isEmpty()) {
            add(fields, TEXT, text(plain));
        }
        return fields;
    }

    private static void add(ObjectNode fields, String name, JsonNode value) {
        JsonNode known = fields.get(name);
        if (known == null) {
            fields.set(name, value);
        } else if (known instanceof ArrayNode list) {
            list.add(value);
        } else {
            fields.set(name, NODES.arrayNode().add(known).add(value));
        }
    }

    private static TextNode text(String text) {
        return NODES.textNode(text);
    }

    private static void refuseDoctype(int event) throws IOException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new IOException("it has a DOCTYPE or entities of its own, which are refused");
        }
    }

    /** Of the JDK: what else is on the class path may have other properties. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException(
                            "it refers to something outside, which is refused");
                });
        return factory;
    }

    private static String firstLine(String message) {
        return message.lines().reduce((a, b) -> a + " " + b.strip()).orElse("");
    }
}
