package io.slipway.packager.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes XML in the only form the source layout knows: byte order mark, declaration, two spaces of indentation, LF, and no
 * newline at the end. It follows the indenting writer of .NET: from the first text of an element on, nothing in it is indented.
 */
public final class XmlSink {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final Utf8Buffer out;
    private String[] names;
    private boolean[] outerMixed;
    private int depth;
    private boolean mixed;
    private boolean tagOpen;
    private boolean content;

    private XmlSink(OutputStream out, int depth) {
        this.out = new Utf8Buffer(out);
        this.depth = depth;
        this.names = new String[depth + 16];
        this.outerMixed = new boolean[depth + 16];
    }

    /** A whole document, byte order mark and declaration included. */
    public static XmlSink document(OutputStream out) throws IOException {
        XmlSink sink = new XmlSink(out, 0);
        sink.out.raw(MARK, 0, MARK.length);
        sink.out.ascii(DECLARATION);
        return sink;
    }

    /** Elements that will be put by {@link #raw} into a document below {@code depth} open elements. */
    public static XmlSink fragment(OutputStream out, int depth) {
        return new XmlSink(out, depth);
    }

    public void start(String name) throws IOException {
        closeTag();
        if (!mixed) {
            indent();
        }
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            outerMixed = Arrays.copyOf(outerMixed, depth * 2);
        }
        names[depth] = name;
        outerMixed[depth] = mixed;
        depth++;
        out.character('<');
        out.text(name);
        tagOpen = true;
    }

    public void attribute(String name, String value) throws IOException {
        out.character(' ');
        out.text(name);
        out.ascii("=\"");
        out.attributeValue(value);
        out.character('"');
    }

    /** Ends the element; {@code collapse} writes {@code <a />} when there is nothing in it. */
    public void end(boolean collapse) throws IOException {
        depth--;
        if (tagOpen && collapse) {
            out.ascii(" />");
            tagOpen = false;
        } else {
            boolean empty = tagOpen || !content;
            closeTag();
            if (!mixed && !empty) {
                indent();
            }
            out.ascii("</");
            out.text(names[depth]);
            out.character('>');
        }
        mixed = outerMixed[depth];
        content = true;
    }

    public void text(char[] chars, int start, int length) throws IOException {
        closeTag();
        mixed = true;
        content = true;
        out.elementText(chars, start, length);
    }

    public void text(String text) throws IOException {
        text(text.toCharArray(), 0, text.length());
    }

    public void cdata(String text) throws IOException {
        closeTag();
        mixed = true;
        content = true;
        out.ascii("<![CDATA[");
        out.lines(text);
        out.ascii("]]>");
    }

    public void comment(String text) throws IOException {
        aside();
        out.ascii("<!--");
        out.lines(text);
        out.ascii("-->");
    }

    public void instruction(String target, String data) throws IOException {
        aside();
        out.ascii("<?");
        out.text(target);
        if (!data.isEmpty()) {
            out.character(' ');
            out.lines(data);
        }
        out.ascii("?>");
    }

    /** Puts elements here that a {@link #fragment} of this depth wrote. */
    public void raw(byte[] bytes) throws IOException {
        raw(bytes, 0, bytes.length);
    }

    public void raw(byte[] bytes, int start, int length) throws IOException {
        if (length > 0) {
            closeTag();
            content = true;
            out.raw(bytes, start, length);
        }
    }

    /** How many elements are open. */
    public int depth() {
        return depth;
    }

    /** Hands everything on; the stream stays open. */
    public void flush() throws IOException {
        closeTag();
        out.flush();
    }

    private void aside() throws IOException {
        closeTag();
        if (!mixed) {
            indent();
        }
        content = true;
    }

    private void closeTag() throws IOException {
        if (tagOpen) {
            out.character('>');
            tagOpen = false;
            content = false;
        }
    }

    private void indent() throws IOException {
        out.character('\n');
        for (int i = 0; i < depth; i++) {
            out.ascii("  ");
        }
    }
}
