package io.slipway.packager;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Compares the XML of two archives with the order of lists left out: a judge of its own, made with the JDK's parser. */
final class XmlTrees {

    private XmlTrees() {}

    static List<String> differences(Path original, Path packed) throws Exception {
        List<String> differences = new ArrayList<>();
        try (ZipFile left = new ZipFile(original.toFile());
                ZipFile right = new ZipFile(packed.toFile())) {
            for (String entry : List.of("customizations.xml", "solution.xml")) {
                String before = canonical(left, entry);
                String after = canonical(right, entry);
                if (!before.equals(after)) {
                    differences.add(original.getFileName() + "!" + entry + ": " + firstDifference(before, after));
                }
            }
        }
        return differences;
    }

    private static String firstDifference(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 120);
        return before.substring(from, Math.min(before.length(), at + 120)) + " ### "
                + after.substring(from, Math.min(after.length(), at + 120));
    }

    private static String canonical(ZipFile zip, String entry) throws Exception {
        ZipEntry found = zip.getEntry(entry);
        try (InputStream in = zip.getInputStream(found)) {
            return canonical(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        }
    }

    private static String canonical(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            if (!all.item(i).getNodeName().startsWith("xmlns")) {
                attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
            }
        }
        List<String> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(canonical(child));
            } else if (!node.getNodeValue().isBlank()) {
                text.append(node.getNodeValue().replace("\r\n", "\n").replace('\r', '\n'));
            }
        }
        children.sort(null);
        return "<" + element.getTagName() + attributes + ">" + text + String.join("", children) + "</>";
    }
}
