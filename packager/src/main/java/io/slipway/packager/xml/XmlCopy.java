package io.slipway.packager.xml;

import io.slipway.packager.PackagerException;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;

/** Carries elements from a source to a sink: white space between elements is dropped, everything else arrives. */
public final class XmlCopy {

    private static final String XSI = "xmlns:xsi";
    private static final String XSI_ADDRESS = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAX_BLANK = 1 << 20;

    private final XmlSource in;
    private final XmlSink out;
    private final StringBuilder blank = new StringBuilder();
    private boolean blankCounts;
    private boolean inText;

    private XmlCopy(XmlSource in, XmlSink out) {
        this.in = in;
        this.out = out;
    }

    /** What stands in for the children of an element that is copied: answers true when it has consumed the child itself. */
    public interface Detour {
        /** Called at the start of each direct child of the copied element. */
        boolean take(XmlSource in, XmlSink out) throws IOException;

        /** Called before the copied element's end is written. */
        default void end(XmlSink out) throws IOException {}
    }

    /** Copies the element the source stands on. */
    public static void element(XmlSource in, XmlSink out) throws IOException {
        new XmlCopy(in, out).run(false, Fields.ofChildren(), (source, sink) -> false);
    }

    /** Copies the element as the root of a document, with the schema instance namespace last among its attributes. */
    public static void root(XmlSource in, XmlSink out, Fields fields) throws IOException {
        new XmlCopy(in, out).run(true, fields, (source, sink) -> false);
    }

    /** Copies the element and notes fields on the way. */
    public static void element(XmlSource in, XmlSink out, Fields fields) throws IOException {
        new XmlCopy(in, out).run(false, fields, (source, sink) -> false);
    }

    /** As {@link #root}, but direct children may be led elsewhere. */
    public static void root(XmlSource in, XmlSink out, Fields fields, Detour detour) throws IOException {
        new XmlCopy(in, out).run(true, fields, detour);
    }

    /** As {@link #root}, for the few files that do not have the namespace. */
    public static void plainRoot(XmlSource in, XmlSink out, Fields fields, Detour detour) throws IOException {
        new XmlCopy(in, out).run(false, fields, detour);
    }

    /** As {@link #element}, but direct children may be led elsewhere. */
    public static void element(XmlSource in, XmlSink out, Detour detour) throws IOException {
        new XmlCopy(in, out).run(false, Fields.ofChildren(), detour);
    }

    /** Writes the start of the element the source stands on, with the attributes that are kept. */
    public static void start(XmlSource in, XmlSink out, boolean xsi, Predicate<String> kept) throws IOException {
        out.start(in.name());
        boolean missing = xsi;
        for (int i = 0; i < in.attributes(); i++) {
            String name = in.attributeName(i);
            if (kept.test(name)) {
                out.attribute(name, in.attributeValue(i));
                missing &= !name.equals(XSI);
            }
        }
        if (missing) {
            xsi(out);
        }
    }

    /** Writes the schema instance namespace as an attribute of the element that was started last. */
    public static void xsi(XmlSink out) throws IOException {
        out.attribute(XSI, XSI_ADDRESS);
    }

    /** Copies a whole document, comments around the root included; the root's children may be led elsewhere. */
    public static void document(XmlSource in, XmlSink out, Detour detour) throws IOException {
        XmlCopy copy = new XmlCopy(in, out);
        for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                copy.run(true, Fields.ofChildren(), detour);
            } else {
                copy.other(event);
            }
        }
    }

    /** Copies a component's root from its file into a collection: the namespace that the file got last is taken away again. */
    public static void component(XmlSource in, XmlSink out, Fields fields, Detour detour) throws IOException {
        XmlCopy copy = new XmlCopy(in, out);
        int last = in.attributes() - 1;
        boolean given = last >= 0
                && in.attributeName(last).equals(XSI)
                && in.attributeValue(last).equals(XSI_ADDRESS);
        boolean rootClosed = in.selfClosed();
        start(in, out, false, name -> !given || !name.equals(XSI));
        copy.rest(rootClosed, fields, detour);
    }

    private void run(boolean xsi, Fields fields, Detour detour) throws IOException {
        boolean rootClosed = in.selfClosed();
        start(in, out, xsi, name -> true);
        rest(rootClosed, fields, detour);
    }

    private void rest(boolean rootClosed, Fields fields, Detour detour) throws IOException {
        noteAttributes(fields);
        boolean[] closed = new boolean[16];
        closed[0] = rootClosed;
        Noting noting = new Noting(fields);
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                endText();
                if (depth == 1 && detour.take(in, out)) {
                    continue;
                }
                noting.start(depth, in.name());
                closed = depth < closed.length ? closed : Arrays.copyOf(closed, depth * 2);
                closed[depth++] = in.selfClosed();
                start(in, out, false, name -> true);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                endText();
                noting.end(--depth);
                if (depth == 0) {
                    detour.end(out);
                }
                out.end(closed[depth]);
            } else {
                noting.event(event, in);
                other(event);
            }
        }
    }

    private void noteAttributes(Fields fields) {
        for (int i = 0; i < in.attributes(); i++) {
            fields.attribute(in.attributeName(i), in.attributeValue(i));
        }
    }

    private void other(int event) throws IOException {
        switch (event) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> characters();
            case XMLStreamConstants.CDATA -> {
                endText();
                out.cdata(in.content());
            }
            case XMLStreamConstants.COMMENT -> {
                endText();
                out.comment(in.content());
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                endText();
                out.instruction(in.target(), in.data());
            }
            default -> {}
        }
    }

    private void characters() throws IOException {
        char[] chars = in.chars();
        int start = in.start();
        int length = in.length();
        if (!inText) {
            if (isBlank(chars, start, length)) {
                hold(chars, start, length);
                return;
            }
            inText = true;
            release();
        }
        out.text(chars, start, length);
    }

    private void hold(char[] chars, int start, int length) {
        if (blank.length() > MAX_BLANK) {
            throw new PackagerException(
                    in.file(), "", "holds more than a million blanks in a row", "Do not import this file.");
        }
        blankCounts = in.spacePreserved();
        blank.append(chars, start, length);
    }

    private void endText() throws IOException {
        if (!blank.isEmpty() && blankCounts) {
            release();
        }
        blank.setLength(0);
        inText = false;
    }

    private void release() throws IOException {
        if (!blank.isEmpty()) {
            out.text(blank.toString());
            blank.setLength(0);
        }
    }

    private static boolean isBlank(char[] chars, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Collects the text of one wanted element at a time. */
    private static final class Noting {
        private final Fields fields;
        private final StringBuilder text = new StringBuilder();
        private String name = "";
        private int level = -1;

        Noting(Fields fields) {
            this.fields = fields;
        }

        void start(int depth, String element) {
            if (level < 0 && fields.wants(depth, element)) {
                level = depth;
                name = element;
                text.setLength(0);
            }
        }

        void end(int depth) {
            if (depth == level) {
                fields.note(name, text.toString());
                level = -1;
            }
        }

        void event(int event, XmlSource in) {
            if (level >= 0 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(in.chars(), in.start(), in.length());
            }
        }
    }
}
