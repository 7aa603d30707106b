package io.slipway.packager.inventory;

import io.slipway.packager.PackagerException;
import io.slipway.packager.SourceTree;
import io.slipway.packager.xml.XmlSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;

/** One component's XML in memory, to be asked questions; names are compared without regard to case, as exports differ in it. */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {

    static XmlNode read(SourceTree tree, String path) {
        try (XmlSource in = tree.xml(path)) {
            return read(in.root());
        } catch (IOException e) {
            throw PackagerException.broken(path, e);
        }
    }

    private static XmlNode read(XmlSource in) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.attributes(); i++) {
            attributes.put(in.attributeName(i), in.attributeValue(i));
        }
        String name = in.name();
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(in));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.content());
            }
        }
        return new XmlNode(name, attributes, children, text.toString().strip());
    }

    /** An attribute's value, or an empty text. */
    String attribute(String wanted) {
        for (Map.Entry<String, String> entry : attributes.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(wanted)) {
                return entry.getValue();
            }
        }
        return "";
    }

    Optional<XmlNode> child(String wanted) {
        return children.stream()
                .filter(node -> node.name.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The text of a child, or an empty text. */
    String value(String wanted) {
        return child(wanted).map(XmlNode::text).orElse("");
    }

    /** A child's text, or else an attribute's value. */
    String either(String wanted) {
        String value = value(wanted);
        return value.isEmpty() ? attribute(wanted) : value;
    }

    /** Every element of this name at any depth below. */
    Stream<XmlNode> all(String wanted) {
        List<XmlNode> found = new ArrayList<>();
        collect(wanted, found);
        return found.stream();
    }

    private void collect(String wanted, List<XmlNode> found) {
        for (XmlNode node : children) {
            if (node.name.equalsIgnoreCase(wanted)) {
                found.add(node);
            }
            node.collect(wanted, found);
        }
    }

    /** The label in this language among the children of a container, else the first one that says something. */
    String label(String container, int language) {
        List<XmlNode> labels = child(container).map(XmlNode::children).orElse(List.of());
        String code = String.valueOf(language);
        return Stream.concat(labels.stream().filter(node -> node.languageCode().equals(code)), labels.stream())
                .map(XmlNode::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Children that hold a text and nothing else. */
    Stream<XmlNode> leaves() {
        return children.stream().filter(node -> node.children.isEmpty());
    }

    private String languageCode() {
        return attribute("languagecode").isEmpty() ? attribute("LCID") : attribute("languagecode");
    }

    private String words() {
        return attribute("description").isEmpty() ? attribute("Title") : attribute("description");
    }
}
