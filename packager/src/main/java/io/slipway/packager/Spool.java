package io.slipway.packager;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/** A file whose name is not known before its content: small ones wait in memory, large ones on disk, so that memory does not grow. */
final class Spool extends OutputStream {

    static final int LARGE = 512 << 10;
    static final int SMALL = 32 << 10;

    private final Path folder;
    private final int limit;
    private byte[] bytes = new byte[4096];
    private int used;
    private long size;
    private Path file = Path.of("");
    private OutputStream spilled = OutputStream.nullOutputStream();
    private boolean onDisk;

    Spool(Path folder, int limit) {
        this.limit = limit;
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int start, int length) throws IOException {
        size += length;
        if (!onDisk && used + length > limit) {
            spill();
        }
        if (onDisk) {
            spilled.write(data, start, length);
            return;
        }
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
        }
        System.arraycopy(data, start, bytes, used, length);
        used += length;
    }

    long size() {
        return size;
    }

    /** Puts what was written at its place and is used up. */
    void moveTo(Path target) throws IOException {
        if (onDisk) {
            spilled.close();
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try (OutputStream out = Files.newOutputStream(target)) {
                out.write(bytes, 0, used);
            }
        }
        bytes = new byte[0];
    }

    /** Appends what was written to another stream and is used up. */
    void copyTo(OutputStream out) throws IOException {
        if (onDisk) {
            spilled.close();
            Files.copy(file, out);
            Files.delete(file);
        } else {
            out.write(bytes, 0, used);
        }
        bytes = new byte[0];
    }

    /** Forgets what was written. */
    void discard() throws IOException {
        if (onDisk) {
            spilled.close();
            Files.deleteIfExists(file);
        }
        bytes = new byte[0];
    }

    private void spill() throws IOException {
        file = folder.resolve("spool-" + UUID.randomUUID());
        spilled = Files.newOutputStream(file);
        spilled.write(bytes, 0, used);
        bytes = new byte[0];
        onDisk = true;
    }
}
