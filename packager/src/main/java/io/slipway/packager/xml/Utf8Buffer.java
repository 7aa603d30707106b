package io.slipway.packager.xml;

import java.io.IOException;
import java.io.OutputStream;

/** Characters to UTF-8 with the escapes that the layout wants; of its own because it is where the time goes. */
final class Utf8Buffer {

    private static final int SIZE = 8192;
    private static final int ROOM = 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int used;
    private char high;
    private boolean afterReturn;

    Utf8Buffer(OutputStream out) {
        this.out = out;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    void raw(byte[] bytes, int start, int length) throws IOException {
        flush();
        out.write(bytes, start, length);
    }

    void character(char c) throws IOException {
        afterReturn = false;
        reserve();
        buffer[used++] = (byte) c;
    }

    void ascii(String text) throws IOException {
        afterReturn = false;
        if (used + text.length() > SIZE) {
            flush();
        }
        for (int i = 0; i < text.length(); i++) {
            buffer[used++] = (byte) text.charAt(i);
        }
    }

    void text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /** Text that is not escaped, with line ends as LF: comments, CDATA. */
    void lines(String text) throws IOException {
        afterReturn = false;
        for (int i = 0; i < text.length(); i++) {
            line(text.charAt(i));
        }
    }

    void elementText(char[] chars, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            if (c > '>' && c < 0x80) {
                reserve();
                buffer[used++] = (byte) c;
                afterReturn = false;
                continue;
            }
            switch (c) {
                case '<' -> ascii("&lt;");
                case '>' -> ascii("&gt;");
                case '&' -> ascii("&amp;");
                default -> line(c);
            }
        }
    }

    void attributeValue(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> ascii("&lt;");
                case '>' -> ascii("&gt;");
                case '&' -> ascii("&amp;");
                case '"' -> ascii("&quot;");
                case '\t' -> ascii("&#x9;");
                case '\n' -> ascii("&#xA;");
                case '\r' -> ascii("&#xD;");
                default -> put(c);
            }
        }
    }

    /** CR, LF and CRLF become LF, even where the pair comes in two pieces. */
    private void line(char c) throws IOException {
        boolean second = afterReturn && c == '\n';
        afterReturn = c == '\r';
        if (!second) {
            put(c == '\r' ? '\n' : c);
        }
    }

    private void put(char c) throws IOException {
        reserve();
        if (c < 0x80) {
            buffer[used++] = (byte) c;
        } else if (c < 0x800) {
            buffer[used++] = (byte) (0xC0 | c >> 6);
            buffer[used++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(high, c);
            buffer[used++] = (byte) (0xF0 | point >> 18);
            buffer[used++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[used++] = (byte) (0x80 | point & 0x3F);
        } else {
            buffer[used++] = (byte) (0xE0 | c >> 12);
            buffer[used++] = (byte) (0x80 | c >> 6 & 0x3F);
            buffer[used++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void reserve() throws IOException {
        if (used + ROOM > SIZE) {
            flush();
        }
    }
}
