package io.github.pgmtls.lint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.io.output.AppendableWriter;

/**
 * XML as all formats write it: indented, LF, elements with attributes and possibly text. Every value is made visible
 * first, which leaves no character that XML 1.0 forbids.
 */
final class Xml {

    private final XMLStreamWriter writer;
    private final Deque<String> open = new ArrayDeque<>();

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Something that writes elements. */
    interface Content {
        void write(Xml xml) throws XMLStreamException;
    }

    /** Writes a document. */
    static void write(Appendable out, Content content) throws IOException {
        try (Writer target = new AppendableWriter<>(out)) {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
            writer.writeStartDocument("UTF-8", "1.0");
            content.write(new Xml(writer));
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Starts an element with the names and values of its attributes in turn. */
    void start(String name, String... attributes) throws XMLStreamException {
        indent();
        writer.writeStartElement(name);
        attributes(attributes);
        open.push(name);
    }

    /** Ends the element that was started last. */
    void end() throws XMLStreamException {
        open.pop();
        indent();
        writer.writeEndElement();
    }

    /** Writes an element without content. */
    void empty(String name, String... attributes) throws XMLStreamException {
        indent();
        writer.writeEmptyElement(name);
        attributes(attributes);
    }

    /** Writes an element that holds text, possibly of several lines. */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        indent();
        writer.writeStartElement(name);
        attributes(attributes);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            writer.writeCharacters((i > 0 ? "\n" : "") + Visible.escape(lines[i]));
        }
        writer.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], Visible.escape(attributes[i + 1]));
        }
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(open.size()));
    }
}
