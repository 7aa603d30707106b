package io.slipway.sandbox.dataverse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips of solutions, read with limits: a small file must not fill the memory. */
final class Zip {

    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private Zip() {}

    static Map<String, byte[]> read(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= content.length;
                if (left < 0
                        || entries.size() >= MOST_ENTRIES
                        || entry.getName().contains("..")) {
                    throw Refusal.badZip();
                }
                entries.put(entry.getName().replace('\\', '/').replaceFirst("^/", ""), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.badZip();
        }
        if (entries.isEmpty()) {
            throw Refusal.badZip();
        }
        return entries;
    }

    static byte[] write(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTime(0);
                zip.putNextEntry(written);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a zip in memory", e);
        }
        return out.toByteArray();
    }
}
