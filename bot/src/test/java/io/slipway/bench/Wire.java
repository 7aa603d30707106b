package io.slipway.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** As much HTTP/1.1 as the bench needs, so that the load generator leaves the two cores to the bot. */
final class Wire {

    private final InputStream in;

    Wire(InputStream in) {
        this.in = new BufferedInputStream(in, 16_384);
    }

    /**
     * A request or an answer.
     *
     * @param start its first line
     * @param last whether the other side closes the connection after it
     */
    record Heard(String start, byte[] body, boolean last) {

        int status() {
            return Integer.parseInt(start.substring(9, 12));
        }

        String path() {
            return start.split(" ")[1];
        }
    }

    /** Reads one request or answer; its length has to be told, or it comes in chunks. */
    Heard read() throws IOException {
        String start = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("connection: close");
            chunked |= header.toLowerCase(Locale.ROOT).startsWith("transfer-encoding: chunked");
        }
        return new Heard(start, chunked ? chunks() : bytes(length), last);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** A head and a body as the bytes of one write. */
    static byte[] written(String head, byte[] body) {
        byte[] first = (head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }
}
