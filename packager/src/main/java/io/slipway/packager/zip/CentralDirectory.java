package io.slipway.packager.zip;

import io.slipway.packager.Limits;
import io.slipway.packager.PackagerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A look at an archive's directory before anything opens it: what the JDK does not show (links, encryption, overlap, counts) is judged here. */
final class CentralDirectory {

    private static final int END = 0x06054b50;
    private static final int FILE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int FILE_LENGTH = 46;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int UNIX = 3;
    private static final int KIND = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int MAX_DIRECTORY = 64 << 20;

    private final String file;
    private final Limits limits;

    private CentralDirectory(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    static void check(Path zip, Limits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            new CentralDirectory(zip.getFileName().toString(), limits).check(channel);
        }
    }

    private void check(FileChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
        ByteBuffer end = read(channel, size - tail, tail);
        int at = tail - END_LENGTH;
        while (at >= 0 && end.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw refused("is no zip archive, or its end is missing", "Download or export it again.");
        }
        int count = end.getShort(at + 10) & 0xFFFF;
        long length = end.getInt(at + 12) & 0xFFFFFFFFL;
        if (count > limits.entries()) {
            throw tooMany();
        }
        long start = size - tail + at - length;
        if (start < 0 || length > MAX_DIRECTORY) {
            throw refused("has a directory that does not fit in it", "Download or export it again.");
        }
        walk(read(channel, start, (int) length), start, count);
    }

    private void walk(ByteBuffer directory, long dataEnd, int announced) {
        long[] starts = new long[announced];
        long[] packed = new long[announced];
        int count = 0;
        int at = 0;
        while (at + FILE_LENGTH <= directory.limit() && directory.getInt(at) == FILE) {
            if (count == announced) {
                throw refused("holds more entries than it says", "Download or export it again.");
            }
            entry(directory, at);
            packed[count] = directory.getInt(at + 20) & 0xFFFFFFFFL;
            starts[count++] = directory.getInt(at + 42) & 0xFFFFFFFFL;
            at += FILE_LENGTH + word(directory, at + 28) + word(directory, at + 30) + word(directory, at + 32);
        }
        if (count != announced || at != directory.limit()) {
            throw refused("has a damaged directory", "Download or export it again.");
        }
        overlap(starts, packed, dataEnd);
    }

    private void entry(ByteBuffer directory, int at) {
        int flags = word(directory, at + 8);
        int method = word(directory, at + 10);
        if ((flags & 0x41) != 0) {
            throw refused("holds an encrypted entry", "Solutions are not encrypted; export it again.");
        }
        if (method != 0 && method != 8) {
            throw refused("holds an entry packed by method " + method, "Only deflated and stored entries are read.");
        }
        int kind = directory.getInt(at + 38) >>> 16 & KIND;
        int system = word(directory, at + 4) >> 8;
        if (system == UNIX && kind != 0 && kind != REGULAR && kind != FOLDER) {
            throw refused("holds a link or a device", "Solutions hold files only; do not import it.");
        }
    }

    private void overlap(long[] starts, long[] packed, long dataEnd) {
        Integer[] order = new Integer[starts.length];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (a, b) -> Long.compare(starts[a], starts[b]));
        for (int i = 0; i < order.length; i++) {
            long next = i + 1 < order.length ? starts[order[i + 1]] : dataEnd;
            if (starts[order[i]] + 30 + packed[order[i]] > next) {
                throw refused("has entries that lie over each other", "Do not import it.");
            }
        }
    }

    private static int word(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    private ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw refused("ends too early", "Download or export it again.");
            }
        }
        return buffer.flip();
    }

    private PackagerException tooMany() {
        return refused("holds more than " + limits.entries() + " entries", "Raise the limit if you trust it.");
    }

    private PackagerException refused(String problem, String remedy) {
        return new PackagerException(file, "", problem, remedy);
    }
}
