package io.slipway.packager.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.slipway.packager.PackagerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** A document read by pulling; it tells {@code <a/>} from {@code <a></a>}, sees CDATA, and resolves no entity but the five built-in ones. */
public final class XmlSource implements AutoCloseable {

    private static final int MAX_DEPTH = 500;
    private static final int MAX_VALUE = 8 << 20;
    private static final WstxInputFactory FACTORY = factory();

    private final String file;
    private final InputStream stream;
    private final XMLStreamReader2 reader;
    private final BitSet preserved = new BitSet();

    private XmlSource(String file, InputStream stream, XMLStreamReader2 reader) {
        this.file = file;
        this.stream = stream;
        this.reader = reader;
    }

    /** Takes over the stream and closes it with itself; {@code file} is the name that errors bear. */
    public static XmlSource open(String file, InputStream stream) {
        try {
            return new XmlSource(file, stream, (XMLStreamReader2) FACTORY.createXMLStreamReader(stream));
        } catch (XMLStreamException e) {
            throw notXml(file, e);
        }
    }

    /** Moves to the next event, a constant of {@link XMLStreamConstants}. */
    public int next() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> rememberSpace();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused();
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw notXml(file, e);
        }
    }

    /** Moves to the next child element of the element the source stands in; false at that element's end. */
    public boolean nextChild() {
        for (int event = next(); ; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Moves to the root element's start. */
    public XmlSource root() {
        nextChild();
        return this;
    }

    /** Moves past the element whose start the source stands on. */
    public void skip() {
        int open = 1;
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** All text in the element whose start the source stands on, which is read to its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(chars(), start(), length());
                default -> {}
            }
        }
        return text.toString();
    }

    /** The element's name as it is written, prefix included. */
    public String name() {
        return reader.getLocalName();
    }

    /** Whether the element is written {@code <a/>}. */
    public boolean selfClosed() {
        try {
            return reader.isEmptyElement();
        } catch (XMLStreamException e) {
            throw notXml(file, e);
        }
    }

    public int attributes() {
        return reader.getAttributeCount();
    }

    public String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    public String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    public @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether white space counts here, by {@code xml:space}. */
    public boolean spacePreserved() {
        return preserved.get(reader.getDepth());
    }

    /** The text of the event the source stands on. */
    public String content() {
        return reader.getText();
    }

    char[] chars() {
        return reader.getTextCharacters();
    }

    int start() {
        return reader.getTextStart();
    }

    int length() {
        return reader.getTextLength();
    }

    String target() {
        return reader.getPITarget();
    }

    String data() {
        return reader.getPIData() == null ? "" : reader.getPIData();
    }

    /** The name of the document for errors. */
    public String file() {
        return file;
    }

    @Override
    public void close() {
        try {
            reader.close();
            stream.close();
        } catch (XMLStreamException | IOException e) {
            throw PackagerException.broken(file, e);
        }
    }

    private void rememberSpace() {
        int depth = reader.getDepth();
        String space = attribute("xml:space");
        preserved.set(depth, space == null ? preserved.get(depth - 1) : space.equals("preserve"));
    }

    private PackagerException refused() {
        return new PackagerException(
                file,
                "",
                "has a document type or an entity, which no solution has",
                "Do not import this file; ask where it comes from");
    }

    private static PackagerException notXml(String file, XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new PackagerException(
                file, "", "is not well-formed XML" + where + ": " + reason, "Export the solution again.", e);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, true);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_VALUE);
        // A section of CDATA that comes in pieces would be written as several sections.
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, MAX_VALUE);
        return factory;
    }
}
