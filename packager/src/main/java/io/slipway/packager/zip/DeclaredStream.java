package io.slipway.packager.zip;

import io.slipway.packager.PackagerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Holds an entry to its declared length and checksum, so that a small lie cannot become a large file. */
final class DeclaredStream extends FilterInputStream {

    private final SolutionZip.Entry entry;
    private final String file;
    private final CRC32 checksum = new CRC32();
    private long read;
    private boolean ended;

    DeclaredStream(InputStream in, SolutionZip.Entry entry, String file) {
        super(in);
        this.entry = entry;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int count = inflated(bytes, start, length);
        if (count < 0) {
            end();
            return count;
        }
        read += count;
        checksum.update(bytes, start, count);
        if (read > entry.size()) {
            throw lie("is larger than the archive declares");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int inflated(byte[] bytes, int start, int length) throws IOException {
        try {
            return in.read(bytes, start, length);
        } catch (ZipException | java.io.EOFException e) {
            throw lie("is damaged (" + e.getMessage() + ")");
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (read != entry.size()) {
            throw lie("is smaller than the archive declares");
        }
        if (checksum.getValue() != entry.entry().getCrc()) {
            throw lie("does not match its checksum");
        }
    }

    private PackagerException lie(String problem) {
        return new PackagerException(file + "!" + entry.path(), "", problem, "Download or export the archive again.");
    }
}
